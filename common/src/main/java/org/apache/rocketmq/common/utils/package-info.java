/**
 * Small helpers for threads, correlation ids, name server addresses and plain HTTP.
 *
 * <p>Called by clients and tools on their own threads; nothing here has state.
 */
package org.apache.rocketmq.common.utils;
