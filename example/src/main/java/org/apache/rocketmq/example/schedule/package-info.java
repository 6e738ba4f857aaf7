/**
 * Messages that become visible after a delay.
 * Called by users: {@code sh bin/tools.sh org.apache.rocketmq.example.schedule.<class>}.
 * Runs on the main thread; listeners on the client's own threads.
 */
package org.apache.rocketmq.example.schedule;
