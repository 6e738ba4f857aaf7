/**
 * Commands about consumer and producer groups: settings, members, progress.
 * Called by the command table of mqadmin; run on the main thread.
 */
package org.apache.rocketmq.tools.command.group;
