/**
 * Programs with command line options, for trying out topics and groups.
 * Called by users: {@code sh bin/tools.sh org.apache.rocketmq.example.operation.<class>}.
 * Runs on the main thread; listeners on the client's own threads.
 */
package org.apache.rocketmq.example.operation;
