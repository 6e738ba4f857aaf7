package org.apache.rocketmq.store.segment;

/**
 * The shape of a segmented file.
 *
 * <pre>
 *   folder/00000000000000000000   size bytes, first byte has offset 0
 *   folder/00000000000000001024   size bytes, first byte has offset 1024 (size = 1024)
 * </pre>
 *
 * @param segmentSize bytes of every file
 * @param sizeKey config key that sets the size, named in errors
 * @param appendMode how bytes get in
 * @param reserveBytes most space reserved ahead of the end under {@link AppendMode#MAPPED_COPY}; 0 reserves nothing (a
 *     full disk then ends the process)
 */
public record SegmentLayout(int segmentSize, String sizeKey, AppendMode appendMode, int reserveBytes) {
    /** Digits of a file name. */
    public static final int NAME_DIGITS = 20;

    public static String fileName(long baseOffset) {
        String digits = Long.toString(baseOffset);
        return "0".repeat(NAME_DIGITS - digits.length()) + digits;
    }
}
