/**
 * Request and response codes and the rules of namespaces. Used by clients, brokers, name servers and tools; constants and
 * pure functions, any thread.
 */
package org.apache.rocketmq.common.protocol;
