/**
 * What push consumers deliver messages to, and what listeners answer.
 * Called on the consumer's consume threads.
 */
package org.apache.rocketmq.client.consumer.listener;
