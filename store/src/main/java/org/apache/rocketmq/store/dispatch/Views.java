package org.apache.rocketmq.store.dispatch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.PropertyScanner;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;
import org.apache.rocketmq.store.ArrivalListener;
import org.apache.rocketmq.store.delay.DelayLevels;
import org.apache.rocketmq.store.index.KeyHash;
import org.apache.rocketmq.store.index.KeyIndex;
import org.apache.rocketmq.store.log.LightQueues;
import org.apache.rocketmq.store.log.RecordCursor;
import org.apache.rocketmq.store.queue.ConsumeQueues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enters one record into the views: its unit in the consume queue, its keys in the index, the news to whoever waits.
 * Entering a record twice does no harm.
 *
 * <p>Confined to one thread at a time. Source: store format, consume queue and index.
 */
public final class Views {
    private static final Logger LOG = LoggerFactory.getLogger("RocketmqStore");
    private static final String SCHEDULE_TOPIC = "SCHEDULE_TOPIC_XXXX";
    private static final byte[] DELAY = PropertyScanner.name(MessageConst.PROPERTY_DELAY_TIME_LEVEL);

    private static final byte[] UNIQUE_ID = PropertyScanner.name(MessageConst.PROPERTY_UNIQ_CLIENT_MESSAGE_ID_KEYIDX);
    private static final byte[] KEYS = PropertyScanner.name(MessageConst.PROPERTY_KEYS);
    private static final byte KEY_SEPARATOR = ' ';

    private final ConsumeQueues queues;
    private final KeyIndex index;
    private final BooleanSupplier indexed;
    private final DelayLevels delayLevels;
    /** Null when {@code enableMultiDispatch} is off. */
    private final LightQueues lightQueues;

    private final TopicNames topics = new TopicNames();
    private final PropertyScanner properties = new PropertyScanner();
    /** Null until someone wants to know. */
    private volatile ArrivalListener listener;

    /**
     * @param indexed {@code messageIndexEnable}, which may change while the store runs
     * @param lightQueues null when {@code enableMultiDispatch} is off
     */
    public Views(
            ConsumeQueues queues,
            KeyIndex index,
            BooleanSupplier indexed,
            DelayLevels delayLevels,
            LightQueues lightQueues) {
        this.queues = queues;
        this.index = index;
        this.indexed = indexed;
        this.delayLevels = delayLevels;
        this.lightQueues = lightQueues;
    }

    public void setListener(ArrivalListener newListener) {
        listener = newListener;
    }

    /** Whether the key index is fed. */
    boolean indexed() {
        return indexed.getAsBoolean();
    }

    /**
     * Enters the record at the cursor into its consume queue and tells the listener.
     *
     * @throws IOException when the disk is full or broken; the same call may be repeated
     */
    public void enterQueue(RecordCursor record, long physicalOffset) throws IOException {
        if (!record.queued()) {
            return;
        }
        ByteBuffer bytes = record.bytes();
        String topic = topics.get(bytes, record.topicAt(), record.topicBytes());
        int queueId = record.queueId();
        long queueOffset = record.queueOffset();
        long storeTimestamp = record.storeTimestamp();
        properties.wrap(bytes, record.propertiesAt(), record.propertiesBytes());
        long tagsCode = tagsCode(topic, storeTimestamp);
        queues.findOrCreate(topic, queueId)
                .append(queueOffset, physicalOffset, record.size(), tagsCode, storeTimestamp, null);
        tell(record, topic, queueId, queueOffset, tagsCode, storeTimestamp);
        if (lightQueues != null) {
            enterLightQueues(record, physicalOffset, tagsCode, storeTimestamp);
        }
    }

    private void enterLightQueues(RecordCursor record, long physicalOffset, long tagsCode, long storeTimestamp)
            throws IOException {
        String[] names = lightQueues.namesOf(properties);
        long[] offsets = names.length == 0 ? null : lightQueues.offsetsOf(properties);
        if (offsets == null || offsets.length != names.length) {
            return;
        }
        for (int i = 0; i < names.length; i++) {
            int queueId = lightQueues.queueIdOf(names[i], record.queueId());
            queues.findOrCreate(names[i], queueId)
                    .appendPlain(offsets[i], physicalOffset, record.size(), tagsCode, storeTimestamp);
            tell(record, names[i], queueId, offsets[i], tagsCode, storeTimestamp);
        }
    }

    private void tell(
            RecordCursor record, String topic, int queueId, long queueOffset, long tagsCode, long storeTimestamp) {
        ArrivalListener told = listener;
        if (told == null) {
            return;
        }
        try {
            byte[] copy = told.needsProperties(topic, queueId) ? propertiesOf(record) : null;
            told.onArrival(topic, queueId, queueOffset, tagsCode, storeTimestamp, null, copy);
        } catch (RuntimeException e) {
            LOG.error(
                    "the listener failed at {} of {}-{}, its readers wait for the next one",
                    queueOffset,
                    topic,
                    queueId,
                    e);
        }
    }

    /**
     * Enters the keys of the record at the cursor into the index: its unique id, then each piece of KEYS.
     *
     * @throws IOException when no index file can be made or the disk is full; the same call may be repeated
     */
    public void enterIndex(RecordCursor record, long physicalOffset) throws IOException {
        boolean rolledBack =
                MessageSysFlag.getTransactionValue(record.sysFlag()) == MessageSysFlag.TRANSACTION_ROLLBACK_TYPE;
        if (rolledBack || index.covers(physicalOffset)) {
            return;
        }
        ByteBuffer bytes = record.bytes();
        int prefix = KeyHash.prefix(topics.get(bytes, record.topicAt(), record.topicBytes()));
        long storeTimestamp = record.storeTimestamp();
        properties.wrap(bytes, record.propertiesAt(), record.propertiesBytes());
        if (properties.find(UNIQUE_ID)) {
            int from = properties.valueOffset();
            int hash = KeyHash.finish(KeyHash.extend(prefix, bytes, from, from + properties.valueLength()));
            index.put(hash, physicalOffset, storeTimestamp);
        }
        if (properties.find(KEYS)) {
            int end = properties.valueOffset() + properties.valueLength();
            for (int from = properties.valueOffset(); from < end; from++) {
                int to = endOfKey(bytes, from, end);
                if (to > from) {
                    index.put(KeyHash.finish(KeyHash.extend(prefix, bytes, from, to)), physicalOffset, storeTimestamp);
                }
                from = to;
            }
        }
    }

    private static int endOfKey(ByteBuffer bytes, int from, int end) {
        int at = from;
        while (at < end && bytes.get(at) != KEY_SEPARATOR) {
            at++;
        }
        return at;
    }

    /** Hash of the tags; for a delayed message the time it is due. */
    private long tagsCode(String topic, long storeTimestamp) {
        if (topic.equals(SCHEDULE_TOPIC) && properties.find(DELAY)) {
            int level = (int) properties.valueAsLong(0);
            if (level > 0) {
                return delayLevels.dueMillis(level, storeTimestamp);
            }
        }
        return properties.tagsCode();
    }

    private static byte[] propertiesOf(RecordCursor record) {
        byte[] copy = new byte[record.propertiesBytes()];
        record.bytes().get(record.propertiesAt(), copy);
        return copy;
    }
}
