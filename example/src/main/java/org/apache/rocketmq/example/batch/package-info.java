/**
 * Many messages in one request, and how to split a large list.
 * Called by users: {@code sh bin/tools.sh org.apache.rocketmq.example.batch.<class>}.
 * Runs on the main thread; listeners on the client's own threads.
 */
package org.apache.rocketmq.example.batch;
