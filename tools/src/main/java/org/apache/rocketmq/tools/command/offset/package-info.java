/**
 * Commands that move the offsets of consumer groups.
 * Called by the command table of mqadmin; run on the main thread.
 */
package org.apache.rocketmq.tools.command.offset;
