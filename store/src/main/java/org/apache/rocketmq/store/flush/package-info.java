/**
 * Bringing bytes to disk: the log by interval or by group commit, the views by interval together with the checkpoint.
 * One flusher thread for the log; the views are flushed on the store's maintenance thread.
 */
package org.apache.rocketmq.store.flush;
