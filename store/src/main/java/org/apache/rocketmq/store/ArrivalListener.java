package org.apache.rocketmq.store;

/** Told by the dispatcher that a message can be read. Must not block. */
@FunctionalInterface
public interface ArrivalListener {
    /**
     * @param queueOffset offset of the message that arrived
     * @param properties encoded properties of the record, or null when no listener needs them
     */
    void onArrival(
            String topic,
            int queueId,
            long queueOffset,
            long tagsCode,
            long storeTimestamp,
            byte[] bitmap,
            byte[] properties);

    /** Whether {@link #onArrival} is given the properties of a queue's messages: copying them costs. */
    default boolean needsProperties(String topic, int queueId) {
        return true;
    }
}
