package org.apache.rocketmq.store.queue;

import static org.apache.rocketmq.store.queue.QueueUnitLayout.UNIT_SIZE;

import java.io.IOException;
import org.apache.rocketmq.store.segment.MappedSegment;

/** What one file of a queue holds, read in place. Stateless; safe while files are deleted. */
final class UnitFile {
    private UnitFile() {}

    /** Bytes of leading units that exist and point before {@code physicalLimit}. */
    static int validBytes(MappedSegment file, long physicalLimit) throws IOException {
        if (!file.hold()) {
            throw new IOException("Closed: " + file);
        }
        try {
            int written = file.writtenBytes() / UNIT_SIZE * UNIT_SIZE;
            int position = 0;
            while (position < written) {
                long physicalOffset = file.getLong(position + QueueUnitLayout.PHYSICAL_OFFSET);
                int size = file.getInt(position + QueueUnitLayout.RECORD_SIZE);
                if (physicalOffset < 0 || size <= 0 || physicalOffset >= physicalLimit) {
                    break;
                }
                position += UNIT_SIZE;
            }
            return position;
        } finally {
            file.release();
        }
    }

    /** Log offset in the last unit of a full file; Long.MAX_VALUE when the file is being deleted. */
    static long lastPhysicalOffset(MappedSegment file) {
        if (!file.hold()) {
            return Long.MAX_VALUE;
        }
        try {
            return file.getLong(file.size() - UNIT_SIZE + QueueUnitLayout.PHYSICAL_OFFSET);
        } finally {
            file.release();
        }
    }
}
