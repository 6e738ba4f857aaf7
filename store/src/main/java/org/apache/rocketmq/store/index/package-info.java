/**
 * The key index: hash files that lead from a message key to records of the log. Fed by one thread in log order, queried by any
 * thread through holds; completed files are flushed on a background executor.
 */
package org.apache.rocketmq.store.index;
