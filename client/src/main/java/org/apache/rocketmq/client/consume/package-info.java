/**
 * From pulled bytes to the listener: pull loop, process queues, concurrent and orderly consumption, giving messages back.
 * Called by the push consumer; listeners run on its consume pool, pulls on event loops and its timer.
 */
package org.apache.rocketmq.client.consume;
