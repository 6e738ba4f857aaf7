package org.apache.rocketmq.store.index;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.rocketmq.store.segment.MappedRegion;

/**
 * One hash file. Sparse when new, mapped on first use.
 *
 * <p>Thread-safe for queries; {@link #put} is confined to one thread at a time. An entry is published by its slot.
 */
final class IndexFile {
    private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int PAGE = 4096;
    private static final int RESERVE_BYTES = 64 * 1024;

    private final MappedRegion region;
    private final IndexLayout layout;
    private volatile long beginTimestamp;
    private volatile long endTimestamp;
    private volatile long beginOffset;
    private volatile long endOffset;
    private volatile int nextEntry;
    /** Confined to the writer. */
    private int usedSlots;
    /** Pages of header and slots that have disk space for sure. Confined to the writer. */
    private final BitSet anchored = new BitSet();
    /** Entries before this position have disk space. Confined to the writer. */
    private int reservedTo;

    private IndexFile(MappedRegion region, IndexLayout layout) {
        this.region = region;
        this.layout = layout;
    }

    /** A new file that goes on where the previous one ended (0, 0 when there was none). */
    static IndexFile create(Path path, IndexLayout layout, long previousEndTimestamp, long previousEndOffset)
            throws IOException {
        IndexFile file = new IndexFile(MappedRegion.create(path, layout.fileSize()), layout);
        file.beginTimestamp = previousEndTimestamp;
        file.endTimestamp = previousEndTimestamp;
        file.beginOffset = previousEndOffset;
        file.endOffset = previousEndOffset;
        file.nextEntry = 1;
        file.reservedTo = layout.entryPosition(0);
        ByteBuffer header = ByteBuffer.allocate(IndexLayout.HEADER);
        header.putLong(previousEndTimestamp).putLong(previousEndTimestamp);
        header.putLong(previousEndOffset).putLong(previousEndOffset);
        header.putInt(0).putInt(1);
        try {
            file.region.write(header.flip(), 0);
        } catch (IOException e) {
            file.delete(); // the next try has another name, and a file without header would hide older ones
            throw e;
        }
        return file;
    }

    /** An existing file of the right size. Reads the header only. */
    static IndexFile open(Path path, IndexLayout layout) throws IOException {
        IndexFile file = new IndexFile(new MappedRegion(path, layout.fileSize()), layout);
        ByteBuffer header = ByteBuffer.allocate(IndexLayout.HEADER);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            while (header.hasRemaining() && channel.read(header, header.position()) >= 0) {
                // until the header is complete
            }
        }
        file.beginTimestamp = header.getLong(IndexLayout.BEGIN_TIMESTAMP);
        file.endTimestamp = header.getLong(IndexLayout.END_TIMESTAMP);
        file.beginOffset = header.getLong(IndexLayout.BEGIN_OFFSET);
        file.endOffset = header.getLong(IndexLayout.END_OFFSET);
        file.usedSlots = header.getInt(IndexLayout.USED_SLOTS);
        int next = Math.max(1, header.getInt(IndexLayout.NEXT_ENTRY));
        file.nextEntry = Math.min(next, layout.entries());
        file.reservedTo = layout.entryPosition(file.nextEntry);
        return file;
    }

    Path path() {
        return region.path();
    }

    long beginTimestamp() {
        return beginTimestamp;
    }

    long endTimestamp() {
        return endTimestamp;
    }

    long beginOffset() {
        return beginOffset;
    }

    long endOffset() {
        return endOffset;
    }

    /** Number of the next entry; 1 in an empty file. */
    int nextEntry() {
        return nextEntry;
    }

    boolean full() {
        return nextEntry >= layout.entries();
    }

    /** Adds an entry. False when the file is full or being deleted. */
    boolean put(int keyHash, long physicalOffset, long storeTimestamp) throws IOException {
        if (full() || !region.hold()) {
            return false;
        }
        try {
            int number = nextEntry;
            int slot = layout.slotPosition(keyHash);
            int entry = layout.entryPosition(number);
            makeRoom(slot, entry);
            ByteBuffer bytes = region.bytes();
            int previous = validEntry(bytes.getInt(slot), number);
            bytes.putInt(entry + IndexLayout.ENTRY_HASH, keyHash);
            bytes.putLong(entry + IndexLayout.ENTRY_OFFSET, physicalOffset);
            bytes.putInt(entry + IndexLayout.ENTRY_SECONDS, secondsSinceBegin(storeTimestamp));
            bytes.putInt(entry + IndexLayout.ENTRY_PREVIOUS, previous);
            if (number <= 1) {
                beginOffset = physicalOffset;
                beginTimestamp = storeTimestamp;
                bytes.putLong(IndexLayout.BEGIN_OFFSET, physicalOffset);
                bytes.putLong(IndexLayout.BEGIN_TIMESTAMP, storeTimestamp);
            }
            if (previous == 0) {
                bytes.putInt(IndexLayout.USED_SLOTS, ++usedSlots);
            }
            endOffset = physicalOffset;
            endTimestamp = storeTimestamp;
            bytes.putLong(IndexLayout.END_OFFSET, physicalOffset);
            bytes.putLong(IndexLayout.END_TIMESTAMP, storeTimestamp);
            bytes.putInt(IndexLayout.NEXT_ENTRY, number + 1);
            nextEntry = number + 1;
            INT.setRelease(bytes, slot, number);
            return true;
        } finally {
            region.release();
        }
    }

    private int secondsSinceBegin(long storeTimestamp) {
        if (beginTimestamp <= 0) {
            return 0;
        }
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, (storeTimestamp - beginTimestamp) / 1000));
    }

    private static int validEntry(int number, int nextEntry) {
        return number <= 0 || number > nextEntry ? 0 : number;
    }

    /** Makes sure that a full disk shows here and not as a fault in the mapping. */
    private void makeRoom(int slot, int entry) throws IOException {
        int page = slot / PAGE;
        if (!anchored.get(page)) {
            anchor(page);
        }
        if (!anchored.get(0)) {
            anchor(0);
        }
        if (entry + IndexLayout.ENTRY_SIZE > reservedTo) {
            int to = (int) Math.min(region.size(), (long) reservedTo + RESERVE_BYTES);
            region.reserve(reservedTo, to);
            reservedTo = to;
        }
    }

    private void anchor(int page) throws IOException {
        int from = page * PAGE;
        region.anchor(from, Math.min(from + PAGE, layout.entryPosition(0)));
        anchored.set(page);
    }

    /** Collects log offsets of matching entries, newest first, until {@code hits} is full. */
    void query(int keyHash, long beginMillis, long endMillis, Hits hits) {
        if (!region.hold()) {
            return;
        }
        try {
            ByteBuffer bytes = region.readOnly();
            int number = validEntry((int) INT.getAcquire(bytes, layout.slotPosition(keyHash)), nextEntry);
            while (number > 0 && number < layout.entries() && !hits.full()) {
                int entry = layout.entryPosition(number);
                int seconds = bytes.getInt(entry + IndexLayout.ENTRY_SECONDS);
                long time = beginTimestamp + 1000L * seconds;
                if (seconds < 0) {
                    return;
                }
                boolean inTime = beginMillis <= time && time <= endMillis;
                if (inTime && bytes.getInt(entry + IndexLayout.ENTRY_HASH) == keyHash) {
                    hits.add(bytes.getLong(entry + IndexLayout.ENTRY_OFFSET));
                }
                int previous = bytes.getInt(entry + IndexLayout.ENTRY_PREVIOUS);
                if (time < beginMillis || previous >= number) { // links lead to older entries, or the file is damaged
                    return;
                }
                number = previous;
            }
        } finally {
            region.release();
        }
    }

    boolean overlaps(long beginMillis, long endMillis) {
        return beginMillis <= endTimestamp && endMillis >= beginTimestamp;
    }

    void flush() throws IOException {
        region.force(0, layout.entryPosition(Math.min(nextEntry, layout.entries())));
    }

    /** Nothing more is put: gives the file descriptor back. */
    void idle() throws IOException {
        region.idle();
    }

    void delete() {
        region.delete();
    }

    void close() {
        region.retire();
    }

    /** Log offsets found by a query, newest first. Confined to one thread. */
    static final class Hits {
        private final long[] offsets;
        private int count;

        Hits(int max) {
            offsets = new long[max];
        }

        boolean full() {
            return count == offsets.length;
        }

        void add(long physicalOffset) {
            offsets[count++] = physicalOffset;
        }

        long[] sorted() {
            long[] result = Arrays.copyOf(offsets, count);
            Arrays.sort(result);
            return result;
        }
    }
}
