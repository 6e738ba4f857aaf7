/**
 * A broker: {@link org.apache.rocketmq.broker.Broker} builds the parts, lists which request goes to which handler, and starts
 * and stops everything in a visible order. Every folder below is a capability with its own handlers, state and file.
 */
package org.apache.rocketmq.broker;
