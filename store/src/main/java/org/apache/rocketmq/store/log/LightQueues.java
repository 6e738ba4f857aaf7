package org.apache.rocketmq.store.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.PropertyScanner;
import org.apache.rocketmq.store.MessageToStore;

/**
 * Messages that have a place in further, light queues: the sender names them in a property, the log answers with their
 * offsets in another one.
 *
 * <pre>INNER_MULTI_DISPATCH = name,name      INNER_MULTI_QUEUE_OFFSET = offset,offset</pre>
 *
 * Immutable. Source: store format, LMQ fan-out.
 */
public final class LightQueues {
    private static final byte[] NAMES = PropertyScanner.name(MessageConst.PROPERTY_INNER_MULTI_DISPATCH);
    private static final byte[] OFFSETS = PropertyScanner.name(MessageConst.PROPERTY_INNER_MULTI_QUEUE_OFFSET);
    private static final String LIGHT_PREFIX = "%LMQ%";
    private static final byte ENTRY_END = 2;
    private static final String[] NO_NAMES = {};

    private final boolean singleQueue;

    /** @param singleQueue {@code enableLmq}: light topics have one queue, whatever the queue of the message */
    public LightQueues(boolean singleQueue) {
        this.singleQueue = singleQueue;
    }

    /** Queues a message names; empty for most. */
    String[] namesOf(MessageToStore message) {
        byte[] properties = message.properties;
        return properties == null ? NO_NAMES : namesOf(new PropertyScanner().wrap(properties, 0, properties.length));
    }

    /** Queues a record names; moves the scanner. */
    public String[] namesOf(PropertyScanner properties) {
        return properties.find(NAMES) && !properties.value().isBlank()
                ? properties.value().split(",")
                : NO_NAMES;
    }

    /** Offsets of a record in the queues it names; null when there are none. Moves the scanner. */
    public long[] offsetsOf(PropertyScanner properties) {
        if (!properties.find(OFFSETS)) {
            return null;
        }
        try {
            return Arrays.stream(properties.value().split(","))
                    .mapToLong(Long::parseLong)
                    .toArray();
        } catch (NumberFormatException e) {
            return null;
        }
    }

    public int queueIdOf(String name, int queueIdOfMessage) {
        return singleQueue && name.startsWith(LIGHT_PREFIX) ? 0 : queueIdOfMessage;
    }

    byte[] withOffsets(byte[] properties, long[] offsets) {
        String text = MessageConst.PROPERTY_INNER_MULTI_QUEUE_OFFSET
                + '\u0001'
                + Arrays.stream(offsets).mapToObj(Long::toString).collect(Collectors.joining(","));
        byte[] added = text.getBytes(StandardCharsets.UTF_8);
        boolean separator = properties[properties.length - 1] != ENTRY_END;
        byte[] joined = Arrays.copyOf(properties, properties.length + (separator ? 1 : 0) + added.length);
        joined[properties.length] = ENTRY_END;
        System.arraycopy(added, 0, joined, joined.length - added.length, added.length);
        return joined;
    }
}
