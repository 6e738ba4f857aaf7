/**
 * What server processes share at their start: command line options, and watching files for changes. Called by the
 * startup classes and by owners of reloadable files; watching runs on its own thread.
 */
package org.apache.rocketmq.srvutil;
