package org.apache.rocketmq.store.queue;

/**
 * A record of the extension of a consume queue.
 *
 * @param tagsCode what the unit would have held
 * @param storeTimestamp milliseconds since the epoch
 * @param bitmap filter bitmap, bit p = byte p/8, mask 1 << (p mod 8); null when the topic had no filter
 */
public record ExtensionUnit(long tagsCode, long storeTimestamp, byte[] bitmap) {}
