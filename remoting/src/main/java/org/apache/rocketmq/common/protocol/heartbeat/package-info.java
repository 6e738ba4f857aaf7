/**
 * What a client tells every broker about itself each 30 seconds.
 * Filled by clients, read by brokers; plain values, confined to their owner. Source: wire protocol, bodies.
 */
package org.apache.rocketmq.common.protocol.heartbeat;
