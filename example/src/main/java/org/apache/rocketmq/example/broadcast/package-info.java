/**
 * Every consumer of the group receives every message.
 * Called by users: {@code sh bin/tools.sh org.apache.rocketmq.example.broadcast.<class>}.
 * Runs on the main thread; listeners on the client's own threads.
 */
package org.apache.rocketmq.example.broadcast;
