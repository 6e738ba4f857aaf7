/**
 * Taking messages in: requests 10, 310 and 320, replies (324, 325), the checks before the log, and the one way by which the
 * broker itself stores messages. Runs to completion on the event loop; what may make a topic or a group hops to the send lane,
 * and replies, which wait for the asking client, run on the reply lane.
 */
package org.apache.rocketmq.broker.send;
