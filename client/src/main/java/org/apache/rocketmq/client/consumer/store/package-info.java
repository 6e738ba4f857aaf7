/**
 * Where consumers keep how far they have read.
 * Called by consumers: memory on their consume threads, persistence on the instance's timer thread.
 */
package org.apache.rocketmq.client.consumer.store;
