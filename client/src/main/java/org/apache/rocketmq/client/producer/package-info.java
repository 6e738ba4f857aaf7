/**
 * The door for senders: the producers, what they return and what applications plug in.
 * Called on application threads; callbacks run on the client's callback threads.
 */
package org.apache.rocketmq.client.producer;
