/**
 * Topics and groups below a namespace.
 * Called by users: {@code sh bin/tools.sh org.apache.rocketmq.example.namespace.<class>}.
 * Runs on the main thread; listeners on the client's own threads.
 */
package org.apache.rocketmq.example.namespace;
