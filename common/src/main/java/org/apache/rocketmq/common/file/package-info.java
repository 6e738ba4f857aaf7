/**
 * Small text files that survive a power cut.
 * Used by everything that persists a table or a setting; runs on the caller's thread, which serializes writes of one file.
 * Uses nothing of ours.
 */
package org.apache.rocketmq.common.file;
