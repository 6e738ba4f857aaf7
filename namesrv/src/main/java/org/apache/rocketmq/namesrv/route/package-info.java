/**
 * Who is where: which brokers live, under which addresses, and which topics they hold. Memory only, rebuilt by the brokers.
 * Called by the request handlers (pool and event loops), the expiry timer and the connection events.
 * {@link org.apache.rocketmq.namesrv.route.RouteRegistry} is the entrance and holds the one lock over all tables.
 */
package org.apache.rocketmq.namesrv.route;
