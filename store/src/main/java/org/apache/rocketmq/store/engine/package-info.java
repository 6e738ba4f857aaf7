/**
 * The store put together: builds and recovers its parts in the order in which they need each other, starts and stops their
 * threads. The broker makes one {@link org.apache.rocketmq.store.engine.DefaultMessageStore}; nothing else knows this package.
 */
package org.apache.rocketmq.store.engine;
