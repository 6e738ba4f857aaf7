/**
 * What this broker has done: counters by topic, queue and group with their minute, hour and day windows. Fed by send, pull and
 * retry on their threads, sampled and logged by the broker's timer, read by admin.
 */
package org.apache.rocketmq.broker.stats;
