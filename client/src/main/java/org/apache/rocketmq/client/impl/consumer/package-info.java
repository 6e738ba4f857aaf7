/**
 * The consumers behind the facades, under the names that applications and samples reach.
 * Called on application threads and, as parts of the instance, on its timer, rebalance and callback threads.
 */
package org.apache.rocketmq.client.impl.consumer;
