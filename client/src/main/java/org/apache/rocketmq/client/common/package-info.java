/**
 * Small shared facts of producers and consumers: error codes and the round-robin counter.
 * Called by the send path and by applications that inspect codes; no thread of its own.
 */
package org.apache.rocketmq.client.common;
