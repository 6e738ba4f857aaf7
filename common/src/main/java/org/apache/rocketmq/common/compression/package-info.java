/**
 * The three ways to compress a message body.
 *
 * <p>Called by producers before sending and by consumers while decoding, on their threads; compressors have no state.
 */
package org.apache.rocketmq.common.compression;
