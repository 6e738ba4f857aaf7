/**
 * How fast consumers pull and consume, over the last minute and hour.
 * Called on consume threads; read for running info on callback threads.
 */
package org.apache.rocketmq.client.stat;
