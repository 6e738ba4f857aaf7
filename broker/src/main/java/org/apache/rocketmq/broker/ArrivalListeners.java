package org.apache.rocketmq.broker;

import java.util.List;
import org.apache.rocketmq.store.ArrivalListener;

/** Tells several parts of the broker of each message, in order. Immutable. Called by the store's dispatcher. */
record ArrivalListeners(List<ArrivalListener> all) implements ArrivalListener {
    @Override
    public void onArrival(
            String topic,
            int queueId,
            long queueOffset,
            long tagsCode,
            long storeTimestamp,
            byte[] bitmap,
            byte[] properties) {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).onArrival(topic, queueId, queueOffset, tagsCode, storeTimestamp, bitmap, properties);
        }
    }

    @Override
    public boolean needsProperties(String topic, int queueId) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).needsProperties(topic, queueId)) {
                return true;
            }
        }
        return false;
    }
}
