/**
 * Which topics exist on this broker and with which queues: the table, its file {@code config/topics.json} and the rules by
 * which a send creates a topic. Called by send, pull, admin and route on their threads; reads take no lock.
 */
package org.apache.rocketmq.broker.topic;
