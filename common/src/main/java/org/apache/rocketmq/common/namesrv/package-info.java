/**
 * How to find the name servers, and the names of their key-value namespaces.
 *
 * <p>Called by clients and the broker at start and from their timers; the discovery call blocks on HTTP.
 */
package org.apache.rocketmq.common.namesrv;
