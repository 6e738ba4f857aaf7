/**
 * Seams of the consistent-hash ring that spreads queues over consumers.
 *
 * <p>Called by the client at rebalance; nothing here has state.
 */
package org.apache.rocketmq.common.consistenthash;
