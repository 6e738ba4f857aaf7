/**
 * What all facades with one client id share: membership, heartbeats, timers, rebalance and requests from brokers.
 * Called by facades on application threads; its own threads are one timer and, with consumers, one for rebalance.
 */
package org.apache.rocketmq.client.instance;
