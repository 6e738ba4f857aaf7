package org.apache.rocketmq.broker.put;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.apache.rocketmq.common.message.MessageConst;

/**
 * The properties of an ordinary message, one that is neither delayed nor half, made ready for the log in one pass and one copy:
 * WAIT and CLUSTER as sent are left out, the broker's own CLUSTER stands at the end.
 *
 * @param stored encoded, without a separator at its end
 * @param waits whether the sender waits for flush and replicas
 */
public record PlainProperties(byte[] stored, boolean waits) {
    private static final byte[] WAIT = name(MessageConst.PROPERTY_WAIT_STORE_MSG_OK);
    private static final byte[] CLUSTER = name(MessageConst.PROPERTY_CLUSTER);
    private static final byte[] DELAY = name(MessageConst.PROPERTY_DELAY_TIME_LEVEL);
    private static final byte[] HALF = name(MessageConst.PROPERTY_TRANSACTION_PREPARED);
    private static final byte[] TRUE = "true".getBytes(US_ASCII);

    private static byte[] name(String property) {
        return (property + (char) StoredProperties.VALUE_FOLLOWS).getBytes(US_ASCII);
    }

    /** Null when the message is delayed or half, so that its properties need more than this. */
    public static PlainProperties of(byte[] sent, byte[] clusterEntry) {
        boolean waits = true;
        int keptBytes = 0;
        for (int start = 0, end; start < sent.length; start = end + 1) {
            end = StoredProperties.endOf(sent, start);
            if (begins(sent, start, end, DELAY) || begins(sent, start, end, HALF)) {
                return null;
            }
            if (begins(sent, start, end, WAIT)) {
                // 4.9 quirk: anything but "true" switches waiting off, absence means wait.
                waits = isTrue(sent, start + WAIT.length, end);
            } else if (end > start && !begins(sent, start, end, CLUSTER)) {
                keptBytes += end - start + 1;
            }
        }
        return new PlainProperties(copy(sent, keptBytes, clusterEntry), waits);
    }

    private static byte[] copy(byte[] sent, int keptBytes, byte[] clusterEntry) {
        byte[] stored = new byte[keptBytes + clusterEntry.length];
        int at = 0;
        for (int start = 0, end; start < sent.length; start = end + 1) {
            end = StoredProperties.endOf(sent, start);
            if (end > start && !begins(sent, start, end, WAIT) && !begins(sent, start, end, CLUSTER)) {
                System.arraycopy(sent, start, stored, at, end - start);
                at += end - start;
                stored[at++] = StoredProperties.ENTRY_ENDS;
            }
        }
        System.arraycopy(clusterEntry, 0, stored, at, clusterEntry.length);
        return stored;
    }

    private static boolean begins(byte[] bytes, int start, int end, byte[] name) {
        if (end - start < name.length) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (bytes[start + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTrue(byte[] bytes, int start, int end) {
        if (end - start != TRUE.length) {
            return false;
        }
        for (int i = 0; i < TRUE.length; i++) {
            if ((bytes[start + i] | 0x20) != TRUE[i]) {
                return false;
            }
        }
        return true;
    }
}
