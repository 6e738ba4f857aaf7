/**
 * Which topic names are legal and which belong to the system.
 *
 * <p>Called by clients and servers on any thread; the set of system topics only grows.
 */
package org.apache.rocketmq.common.topic;
