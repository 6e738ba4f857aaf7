/**
 * The one way by which the broker stores messages, and the properties of a message changed as bytes on their way into the log.
 * Used by send, retry, delay, transaction and pull on their threads; keeps no state.
 */
package org.apache.rocketmq.broker.put;
