/**
 * Commands about one broker or all brokers of a cluster: settings, figures, cleaning, producers.
 * Called by the command table of mqadmin; run on the main thread.
 */
package org.apache.rocketmq.tools.command.broker;
