/**
 * The store: one append-only log of message records, and the views built from it (consume queues, key index).
 * The broker calls {@link org.apache.rocketmq.store.MessageStore}; appends run on the caller's thread, views are fed by
 * one dispatcher thread.
 */
package org.apache.rocketmq.store;
