/**
 * What request headers share when they are addressed to a broker by its name. Extended by the headers of sends, pulls,
 * offsets and transactions; plain values, confined to the thread that handles the command.
 */
package org.apache.rocketmq.common.rpc;
