/**
 * Requests that are answered by a message.
 * Called by users: {@code sh bin/tools.sh org.apache.rocketmq.example.rpc.<class>}.
 * Runs on the main thread; callbacks and listeners on the client's own threads.
 */
package org.apache.rocketmq.example.rpc;
