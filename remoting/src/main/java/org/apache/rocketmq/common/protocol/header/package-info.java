/**
 * The typed headers of requests and responses between clients and brokers, one class per wire header. Filled and read by
 * request handlers and clients; plain values, confined to the thread that handles the command. Source: wire protocol, headers.
 */
package org.apache.rocketmq.common.protocol.header;
