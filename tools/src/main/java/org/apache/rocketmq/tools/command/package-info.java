/**
 * mqadmin: finds and runs the command that is called; commands live in the packages below, by what they are about.
 * Called by bin/mqadmin; runs on the main thread.
 */
package org.apache.rocketmq.tools.command;
