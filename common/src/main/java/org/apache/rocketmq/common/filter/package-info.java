/**
 * Types of subscription expressions and the client-side filter hook.
 *
 * <p>Called by clients and broker; nothing here has state.
 */
package org.apache.rocketmq.common.filter;
