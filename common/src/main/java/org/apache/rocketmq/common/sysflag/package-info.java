/**
 * Bit fields of messages, pulls, topics and subscriptions.
 *
 * <p>Called by clients, broker and store on any thread; nothing here has state.
 */
package org.apache.rocketmq.common.sysflag;
