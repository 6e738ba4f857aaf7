/**
 * Progress and content of queues, as admin programs ask for them.
 * Filled by brokers, read by tools; plain values, confined to their owner. Source: wire protocol, bodies.
 */
package org.apache.rocketmq.common.admin;
