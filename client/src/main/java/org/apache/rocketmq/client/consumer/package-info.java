/**
 * The door for readers: consumer interfaces, what pulls return and how queues are shared.
 * Called on application threads; listeners run on the consumer's own pool.
 */
package org.apache.rocketmq.client.consumer;
