/**
 * The admin client: everything that mqadmin and dashboards ask of brokers, name servers and clients.
 * Calls block the calling thread; no thread of its own.
 */
package org.apache.rocketmq.tools.admin;
