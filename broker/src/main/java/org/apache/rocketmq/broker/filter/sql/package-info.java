/**
 * The SQL92 conditions of consumers: text to tree, tree and encoded properties to yes or no. Called by the filter table when a
 * consumer registers, and per message by pulls and by the dispatcher; no thread of its own.
 */
package org.apache.rocketmq.broker.filter.sql;
