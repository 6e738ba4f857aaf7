/**
 * Requests to brokers and name servers, one typed method each.
 * Called by every other room; synchronous methods block the caller, futures complete on a connection's event loop.
 */
package org.apache.rocketmq.client.broker;
