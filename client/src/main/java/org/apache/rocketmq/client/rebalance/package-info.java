/**
 * Shares the queues of subscribed topics among the members of a group.
 * Called by the instance's rebalance thread, for push and pull consumers alike.
 */
package org.apache.rocketmq.client.rebalance;
