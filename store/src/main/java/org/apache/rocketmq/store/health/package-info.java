/**
 * Whether the store can be written, and if not, why. Faults are reported by whoever meets them (disk watch, flusher,
 * dispatcher) and asked for by every put.
 */
package org.apache.rocketmq.store.health;
