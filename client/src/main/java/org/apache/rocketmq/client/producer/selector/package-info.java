/**
 * Ready-made queue selectors.
 * Called on the sending thread; without state but for the machine rooms.
 */
package org.apache.rocketmq.client.producer.selector;
