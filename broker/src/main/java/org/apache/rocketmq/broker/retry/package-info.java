/**
 * Messages a consumer could not handle: sent back by the broker's request 36 or by the client itself, they go to the retry
 * topic of the group with a growing delay and in the end to its dead-letter topic. Runs on the send lane.
 */
package org.apache.rocketmq.broker.retry;
