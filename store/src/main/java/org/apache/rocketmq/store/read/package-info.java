/**
 * Reading messages by queue offset, log offset and key: slices of the mapped log, held until the reader is done.
 * Runs on the caller's thread, takes no lock and copies no record.
 */
package org.apache.rocketmq.store.read;
