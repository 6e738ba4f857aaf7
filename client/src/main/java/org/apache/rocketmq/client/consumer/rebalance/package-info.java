/**
 * How queues are shared among the members of a group; every member must compute the same.
 * Called by rebalance, on the instance's rebalance thread.
 */
package org.apache.rocketmq.client.consumer.rebalance;
