/**
 * Requests that wait for a reply message.
 * Called on requesting threads; replies complete them on callback threads, expiry on the instance's timer.
 */
package org.apache.rocketmq.client.request;
