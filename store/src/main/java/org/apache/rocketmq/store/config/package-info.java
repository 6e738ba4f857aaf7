/**
 * Settings of the store and the table of their keys.
 * Built by the server's start, read by every part of the store.
 * Plain objects; fields that may change online are volatile.
 */
package org.apache.rocketmq.store.config;
