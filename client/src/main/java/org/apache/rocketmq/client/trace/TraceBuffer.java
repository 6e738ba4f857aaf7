package org.apache.rocketmq.client.trace;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.common.message.Message;

/** Encoded records for one trace topic on their way into one message. Confined to the worker of a dispatcher. */
final class TraceBuffer {
    private final String topic;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream(4096);
    private final Set<String> keys = new HashSet<>();
    private long firstNanos;
    private int records;

    TraceBuffer(String topic) {
        this.topic = topic;
    }

    /** Whether {@code record} would make a message of more than {@code limit} bytes. */
    boolean lacksRoomFor(byte[] record, int limit) {
        return records > 0 && text.size() + record.length > limit;
    }

    void add(byte[] record, Set<String> recordKeys) {
        if (records == 0) {
            firstNanos = System.nanoTime();
        }
        text.writeBytes(record);
        keys.addAll(recordKeys);
        records++;
    }

    static byte[] bytes(TraceTransferBean record) {
        return record.getTransData().getBytes(StandardCharsets.UTF_8);
    }

    int records() {
        return records;
    }

    boolean olderThanMillis(long millis) {
        return records > 0 && System.nanoTime() - firstNanos >= TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** The records as a message; the buffer is empty afterwards. */
    Message take() {
        Message message = new Message(topic, text.toByteArray());
        message.setKeys(keys);
        text.reset();
        keys.clear();
        records = 0;
        return message;
    }
}
