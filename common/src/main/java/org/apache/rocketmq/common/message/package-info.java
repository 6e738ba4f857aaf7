/**
 * The message model and the codec of its stored and sent form.
 *
 * <p>Called by clients, the broker and the store; holds no threads and no state but the id counter.
 */
package org.apache.rocketmq.common.message;
