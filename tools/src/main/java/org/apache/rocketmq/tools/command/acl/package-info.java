/**
 * Commands about accounts of brokers.
 * Called by the command table of mqadmin; run on the main thread.
 */
package org.apache.rocketmq.tools.command.acl;
