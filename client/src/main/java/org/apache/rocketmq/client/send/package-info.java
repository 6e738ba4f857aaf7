/**
 * Sending: preparing a message, choosing a queue, trying again, mapping the answer.
 * Called by producers: synchronous sends run on the application's thread, asynchronous ones end on callback threads.
 */
package org.apache.rocketmq.client.send;
