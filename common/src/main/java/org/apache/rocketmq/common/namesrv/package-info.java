/**
 * How to find the name servers.
 *
 * <p>Called by clients and the broker at start and from their timers; the discovery call blocks on HTTP.
 */
package org.apache.rocketmq.common.namesrv;
