package org.apache.rocketmq.store.queue;

import java.nio.ByteBuffer;

/**
 * A unit of a consume queue.
 *
 * <pre>
 *   0                8        12               20
 *   | physical offset | size   | tags code      |
 *   | long            | int    | long           |
 * </pre>
 *
 * Unit n is at byte 20n of the queue; file names are byte offsets. A blank unit (0, 2147483647, 0) stands for an offset that
 * this queue never held. Source: store format, consume queue unit.
 */
public final class QueueUnitLayout {
    public static final int UNIT_SIZE = 20;
    public static final int PHYSICAL_OFFSET = 0;
    public static final int RECORD_SIZE = 8;
    public static final int TAGS_CODE = 12;

    /** Record size of a blank unit. */
    public static final int BLANK_SIZE = Integer.MAX_VALUE;

    private QueueUnitLayout() {}

    /** The configured file size, rounded up to whole units. */
    public static int roundedFileSize(int configuredBytes) {
        return Math.max(1, (configuredBytes + UNIT_SIZE - 1) / UNIT_SIZE) * UNIT_SIZE;
    }

    static void put(ByteBuffer target, long physicalOffset, int recordSize, long tagsCode) {
        target.putLong(physicalOffset).putInt(recordSize).putLong(tagsCode);
    }
}
