/**
 * The persistent key-value table (order topics and what operators put there): namespace, key, value.
 * Called by the KV request handlers, route replies and registrations.
 * Reading never blocks; changes are one at a time and on disk before they are seen.
 */
package org.apache.rocketmq.namesrv.kvconfig;
