package org.apache.rocketmq.store.queue;

/** Binary search over the units of a queue, whose records are in log order. Stateless; safe while files are deleted. */
final class UnitSearch {
    private UnitSearch() {}

    /** Positive: the record is before what is looked for; 0: it is that or behind it; negative: give up. */
    @FunctionalInterface
    interface Comparison {
        int of(long physicalOffset, int recordSize);
    }

    /**
     * Binary search for the first unit in {@code [from, end)} whose record is not before what is looked for. Blank units are
     * passed over. {@code end} when there is none, -1 when the comparison gave up.
     */
    static long firstRecord(ConsumeQueue queue, long from, long end, Comparison comparison) {
        long answer = end;
        long low = from;
        long high = end;
        while (low < high) {
            long middle = (low + high) >>> 1;
            long record = nextRecord(queue, middle, high);
            int compared = 0;
            if (record < high) {
                try (QueueUnits units = queue.read(record)) {
                    compared = units == null ? 1 : comparison.of(units.physicalOffset(0), units.recordSize(0));
                }
                if (compared < 0) {
                    return -1;
                }
            }
            if (compared > 0) {
                low = record + 1;
            } else {
                answer = record < high ? record : answer;
                high = middle;
            }
        }
        return answer;
    }

    /** First unit in {@code [from, end)} that is not blank; a unit whose file is gone counts. */
    private static long nextRecord(ConsumeQueue queue, long from, long end) {
        long offset = from;
        while (offset < end) {
            try (QueueUnits units = queue.read(offset)) {
                if (units == null) {
                    return offset;
                }
                for (int i = 0; i < units.count() && offset < end; i++, offset++) {
                    if (!units.blank(i)) {
                        return offset;
                    }
                }
            }
        }
        return end;
    }
}
