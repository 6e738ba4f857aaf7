/**
 * What offset stores are made of: offsets in memory and the local file.
 * Called by the stores of the public package, on consume threads and the instance's timer.
 */
package org.apache.rocketmq.client.offset;
