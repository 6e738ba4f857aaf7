/**
 * One demonstration program for each way to send and to receive.
 * Called by users: {@code sh bin/tools.sh org.apache.rocketmq.example.simple.<class>}.
 * Runs on the main thread; listeners on the client's own threads.
 */
package org.apache.rocketmq.example.simple;
