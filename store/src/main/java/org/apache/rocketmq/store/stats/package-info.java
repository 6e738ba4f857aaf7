/**
 * Counts of what the store did, under the names operators know from the runtime info of a broker.
 * Counted on the threads that put and read, sampled once a second by the store's timer.
 */
package org.apache.rocketmq.store.stats;
