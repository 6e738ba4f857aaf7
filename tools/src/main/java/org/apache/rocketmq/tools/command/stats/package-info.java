/**
 * Commands about rates of topics and groups.
 * Called by the command table of mqadmin; run on the main thread.
 */
package org.apache.rocketmq.tools.command.stats;
