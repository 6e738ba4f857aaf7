/**
 * One way to wait for a log offset: a position that only rises and completes futures in order.
 * Used for "flushed up to", "dispatched up to" and "replicated up to"; completed on the thread that raises the position.
 */
package org.apache.rocketmq.store.position;
