/**
 * Settings of a consumer group.
 *
 * <p>Called by broker and admin tools; values are not thread-safe.
 */
package org.apache.rocketmq.common.subscription;
