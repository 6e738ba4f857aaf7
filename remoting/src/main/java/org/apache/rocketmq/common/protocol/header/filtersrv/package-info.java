/**
 * Headers of the class-filter servers, which 4.9 brokers no longer use. Kept for programs that compile against them;
 * plain values, confined to the thread that handles the command. Source: wire protocol, headers.
 */
package org.apache.rocketmq.common.protocol.header.filtersrv;
