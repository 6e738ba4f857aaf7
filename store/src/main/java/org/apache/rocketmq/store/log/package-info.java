/**
 * The commit log: the one append path that gives records their offsets, and reading them back by offset.
 * Called by the store's entrance on the putting thread; encoding is done before the append lock, waiting after it.
 */
package org.apache.rocketmq.store.log;
