/**
 * The door of the client library: shared settings, administration calls and validation of names and messages.
 * Called by applications on their own threads.
 */
package org.apache.rocketmq.client;
