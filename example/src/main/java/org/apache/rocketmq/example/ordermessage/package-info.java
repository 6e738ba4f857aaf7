/**
 * Messages of one order stay in order: same queue, one consumer at a time.
 * Called by users: {@code sh bin/tools.sh org.apache.rocketmq.example.ordermessage.<class>}.
 * Runs on the main thread; listeners on the client's own threads.
 */
package org.apache.rocketmq.example.ordermessage;
