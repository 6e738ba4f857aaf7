/**
 * Giving messages out: request 11 and the pulls that wait for messages to come. A pull that hits memory runs to completion on
 * the event loop, a cold one on the pull lane; waiting pulls are woken by the store's dispatcher and by the broker's timer.
 */
package org.apache.rocketmq.broker.pull;
