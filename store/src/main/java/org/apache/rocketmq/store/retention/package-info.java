/**
 * Giving disk space back: expired segments of the log, then what they leave behind in queues and index; and watching how
 * full the disk is. Run by the store's maintenance thread.
 */
package org.apache.rocketmq.store.retention;
