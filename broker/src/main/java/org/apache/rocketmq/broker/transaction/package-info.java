/**
 * Transactional messages: half messages that nobody sees, their commit or rollback, and the questions to producers that
 * forgot to answer. Fed by send; requests 37 and 323 run on the transaction lane, one thread of its own asks.
 */
package org.apache.rocketmq.broker.transaction;
