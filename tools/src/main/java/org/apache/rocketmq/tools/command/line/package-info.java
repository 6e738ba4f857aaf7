/**
 * What all commands of mqadmin share: options and usage, the session with its admin client and output, failures in one line.
 * Used by the commands and by the start of the command line, on the main thread.
 */
package org.apache.rocketmq.tools.command.line;
