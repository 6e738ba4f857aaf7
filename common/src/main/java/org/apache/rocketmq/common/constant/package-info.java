/**
 * Names and bits that files, frames and logs share.
 *
 * <p>Called from everywhere; nothing here has state.
 */
package org.apache.rocketmq.common.constant;
