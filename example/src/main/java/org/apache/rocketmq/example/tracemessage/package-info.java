/**
 * Producers and consumers that leave a trace of their messages.
 * Called by users: {@code sh bin/tools.sh org.apache.rocketmq.example.tracemessage.<class>}.
 * Runs on the main thread; listeners on the client's own threads.
 */
package org.apache.rocketmq.example.tracemessage;
