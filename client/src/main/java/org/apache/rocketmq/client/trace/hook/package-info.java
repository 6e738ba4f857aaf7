/**
 * Hooks that turn sends, listener calls and ends of transactions into trace records.
 * Called on the thread that sends or consumes; they only append to a dispatcher.
 */
package org.apache.rocketmq.client.trace.hook;
