/**
 * The typed headers that name servers serve: routes, broker registration, KV configuration. Filled and read by request
 * handlers and clients; plain values, confined to the thread that handles the command. Source: wire protocol, headers.
 */
package org.apache.rocketmq.common.protocol.header.namesrv;
