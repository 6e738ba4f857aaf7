/**
 * Who is connected: producers and consumers by group, their heartbeats and subscriptions, the locks of ordered consumption,
 * and requests sent to clients. Called on the event loop and on the heartbeat, client and admin lanes; connection events come
 * on the server's event thread, and the broker's timer drops the silent ones.
 */
package org.apache.rocketmq.broker.client;
