package org.apache.rocketmq.client.consume;

import org.apache.rocketmq.client.consumer.store.OffsetStore;
import org.apache.rocketmq.client.consumer.store.ReadOffsetType;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.MQAdminImpl;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.UtilAll;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.MessageQueue;

/** Where consumption of a newly held queue begins. Thread-safe; blocks. Source: client behaviour, section 10.4. */
public final class StartOffset {
    private StartOffset() {}

    /**
     * @param timestamp {@code yyyyMMddHHmmss}, used by CONSUME_FROM_TIMESTAMP
     * @return the offset, or a negative number when the store could not be asked
     * @throws MQClientException when the broker could not be asked for its bounds
     */
    @SuppressWarnings("deprecation")
    public static long of(
            MessageQueue queue,
            OffsetStore store,
            ReadOffsetType read,
            ConsumeFromWhere where,
            String timestamp,
            MQAdminImpl admin)
            throws MQClientException {
        long stored = store.readOffset(queue, read);
        if (stored != -1) {
            return stored;
        }
        boolean retry = queue.getTopic().startsWith(MixAll.RETRY_GROUP_TOPIC_PREFIX);
        return switch (where) {
            case CONSUME_FROM_FIRST_OFFSET -> 0;
            case CONSUME_FROM_TIMESTAMP ->
                retry ? admin.maxOffset(queue) : admin.searchOffset(queue, millis(timestamp));
            case CONSUME_FROM_LAST_OFFSET,
                    CONSUME_FROM_LAST_OFFSET_AND_FROM_MIN_WHEN_BOOT_FIRST,
                    CONSUME_FROM_MIN_OFFSET,
                    CONSUME_FROM_MAX_OFFSET -> retry ? 0 : admin.maxOffset(queue);
        };
    }

    private static long millis(String timestamp) throws MQClientException {
        var date = UtilAll.parseDate(timestamp, UtilAll.YYYYMMDDHHMMSS);
        if (date == null) {
            throw new MQClientException("consumeTimestamp " + timestamp + " is not of the form yyyyMMddHHmmss", null);
        }
        return date.getTime();
    }
}
