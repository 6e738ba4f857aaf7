/**
 * Which consumer groups this broker knows and what they may do: the table and its file {@code config/subscriptionGroup.json}.
 * Called by pull, send-back, heartbeat and admin on their threads; reads take no lock.
 */
package org.apache.rocketmq.broker.group;
