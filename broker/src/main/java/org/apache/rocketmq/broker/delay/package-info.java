/**
 * Messages that become visible later: the table of delay levels, the schedule topic they wait in and their delivery. Fed by
 * every put of the broker; one timer thread delivers; progress is kept in {@code config/delayOffset.json}.
 */
package org.apache.rocketmq.broker.delay;
