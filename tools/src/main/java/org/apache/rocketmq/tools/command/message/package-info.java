/**
 * Commands about single messages: look up, print, send, consume.
 * Called by the command table of mqadmin; run on the main thread.
 */
package org.apache.rocketmq.tools.command.message;
