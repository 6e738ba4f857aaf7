/**
 * What the levels of delayed messages mean. Read by the dispatcher, which notes when a delayed message is due, and by the
 * broker, which delivers it then. No thread of its own.
 */
package org.apache.rocketmq.store.delay;
