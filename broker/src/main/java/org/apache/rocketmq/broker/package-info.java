/**
 * A broker: {@link org.apache.rocketmq.broker.Broker} builds the parts, starts and stops everything in a visible order, and
 * {@link org.apache.rocketmq.broker.RequestTable} lists which request goes to which handler on which thread. Every folder
 * below is a capability with its own handlers, state and file.
 */
package org.apache.rocketmq.broker;
