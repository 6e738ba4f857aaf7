/**
 * Where the queues of a topic are.
 * Filled by name servers, read by clients; plain values, confined to their owner. Source: wire protocol, route JSON.
 */
package org.apache.rocketmq.common.protocol.route;
