/**
 * What a slave copies besides the log: topics, consumer offsets, progress of delayed messages and consumer groups of its master.
 * The registration tells it who the master is. One thread, "CopyMetadata", on slaves only.
 */
package org.apache.rocketmq.broker.replication;
