/**
 * The first two programs that a new user runs: send a thousand messages, receive them.
 * Called by users: {@code sh bin/tools.sh org.apache.rocketmq.example.quickstart.<class>}.
 * Runs on the main thread; listeners on the client's own threads.
 */
package org.apache.rocketmq.example.quickstart;
