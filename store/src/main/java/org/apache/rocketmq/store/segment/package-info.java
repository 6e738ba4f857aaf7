/**
 * Files of equal size that together form one endless, append-only array of bytes; nothing here knows what the bytes mean.
 * Log, consume queues and their extensions are built on it. Appending is confined to one thread at a time, reading is not.
 */
package org.apache.rocketmq.store.segment;
