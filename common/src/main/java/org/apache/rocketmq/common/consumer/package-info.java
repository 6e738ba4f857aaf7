/**
 * Choices of a consumer that travel on the wire.
 *
 * <p>Called by clients and broker; nothing here has state.
 */
package org.apache.rocketmq.common.consumer;
