/**
 * Transactions of one producer: half messages, the local transaction, its end and checks by brokers.
 * Called on sending threads, and on callback threads that hand checks to the producer's check executor.
 */
package org.apache.rocketmq.client.transaction;
