/**
 * Bodies of the messages that a broker itself writes to a topic.
 * Filled by the broker's pull handler; plain values, confined to their owner. Source: wire protocol, bodies.
 */
package org.apache.rocketmq.common.protocol.topic;
