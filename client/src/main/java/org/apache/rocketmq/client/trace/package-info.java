/**
 * Message trace: records of what happened to messages, their text form and the producer that stores them.
 * Called by trace hooks on sending and consuming threads; a daemon worker of each dispatcher packs and sends.
 */
package org.apache.rocketmq.client.trace;
