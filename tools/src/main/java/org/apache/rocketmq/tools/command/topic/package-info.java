/**
 * Commands about topics: create, delete, inspect, permissions, order, allocation.
 * Called by the command table of mqadmin; run on the main thread.
 */
package org.apache.rocketmq.tools.command.topic;
