/**
 * Who serves which topic: cached routes, the queues to send to and to read from, and broker addresses.
 * Read without locks by senders and consumers; refreshed by the instance's timer thread or, for a new topic, on demand.
 */
package org.apache.rocketmq.client.route;
