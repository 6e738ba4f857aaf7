/**
 * The life of a producer behind its facade: state, hooks, executors; sending itself is in the room send.
 * Called by the facade on application threads and by the instance on callback threads.
 */
package org.apache.rocketmq.client.impl.producer;
