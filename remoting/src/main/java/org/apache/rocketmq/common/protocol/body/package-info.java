/**
 * The JSON bodies of requests and responses, one class per body.
 * Filled and read by request handlers and clients; plain values, confined to their owner. Source: wire protocol, bodies.
 */
package org.apache.rocketmq.common.protocol.body;
