/**
 * How far each consumer group has come in each queue: the table, its file {@code config/consumerOffset.json} and the requests
 * that read and write it. Called by pull, admin and clients' commits; one timer of the broker persists it.
 */
package org.apache.rocketmq.broker.offset;
