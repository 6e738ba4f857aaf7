/**
 * Consumers that receive only what they asked for, by tag or by SQL expression.
 * Called by users: {@code sh bin/tools.sh org.apache.rocketmq.example.filter.<class>}.
 * Runs on the main thread; listeners on the client's own threads.
 */
package org.apache.rocketmq.example.filter;
