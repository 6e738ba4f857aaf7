/**
 * Following the log: one dispatcher reads every record in order and feeds the consume queues, the key index and those who
 * wait for arrivals. Nothing else writes a view. One thread, woken by appends (or by flushes under SYNC_FLUSH).
 */
package org.apache.rocketmq.store.dispatch;
