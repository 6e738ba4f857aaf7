/**
 * Who is connected: producers and consumers by group, their heartbeats and subscriptions, the locks of ordered consumption,
 * and requests sent to clients. Called on the event loop and on the client lane; one timer drops the silent ones.
 */
package org.apache.rocketmq.broker.client;
