/**
 * Messages that become visible when a local transaction commits.
 * Called by users: {@code sh bin/tools.sh org.apache.rocketmq.example.transaction.<class>}.
 * Runs on the main thread; listeners on the client's own threads.
 */
package org.apache.rocketmq.example.transaction;
