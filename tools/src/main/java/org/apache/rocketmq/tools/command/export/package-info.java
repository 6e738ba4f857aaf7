/**
 * Commands that write what brokers know into JSON files.
 * Called by the command table of mqadmin; run on the main thread.
 */
package org.apache.rocketmq.tools.command.export;
