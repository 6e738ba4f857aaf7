/**
 * Consume queues: for every queue of every topic the list of its messages, as fixed-size units that point into the log. Fed
 * by the dispatcher thread alone, read by any thread through holds, flushed by the store's maintenance thread.
 */
package org.apache.rocketmq.store.queue;
