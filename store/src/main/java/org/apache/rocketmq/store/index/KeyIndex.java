package org.apache.rocketmq.store.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds records by key: a row of hash files, the newest of which grows. Index files are never required; without them only key
 * queries answer less. Source: store format, index.
 *
 * <p>Thread-safe for queries, flushing and cleaning; {@link #put} is confined to one thread at a time.
 */
public final class KeyIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("RocketmqStore");
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
    private static final IndexFile[] NONE = {};

    private final Path folder;
    private final IndexLayout layout;
    private final Executor flusher;
    private final LongConsumer completed;
    /** Oldest first. Replaced, never changed. Guarded by this for writing. */
    private volatile IndexFile[] files = NONE;

    /**
     * What a query found.
     *
     * @param physicalOffsets log offsets whose key hash matches, ascending, possibly repeated; the caller compares the keys
     * @param lastUpdateTimestamp store time of the newest entry of the index, whatever its key; 0 when it is empty
     * @param lastUpdatePhysicalOffset log offset of the newest entry
     */
    public record Answer(long[] physicalOffsets, long lastUpdateTimestamp, long lastUpdatePhysicalOffset) {}

    private KeyIndex(Path folder, IndexLayout layout, Executor flusher, LongConsumer completed) {
        this.folder = folder;
        this.layout = layout;
        this.flusher = flusher;
        this.completed = completed;
    }

    /**
     * Opens the files of a folder; nothing is created.
     *
     * @param slots maxHashSlotNum
     * @param entries maxIndexNum
     * @param newestTimestamp files that end later are deleted; after a crash the index timestamp of the checkpoint, else
     *     Long.MAX_VALUE
     * @param flusher runs the flush of a completed file
     * @param completed told the end timestamp of a completed file when it is on disk (for the checkpoint), by the flusher
     * @throws IllegalArgumentException when the two numbers make files that are too large
     */
    public static KeyIndex open(
            Path folder, int slots, int entries, long newestTimestamp, Executor flusher, LongConsumer completed)
            throws IOException {
        KeyIndex index = new KeyIndex(folder, new IndexLayout(slots, entries), flusher, completed);
        index.load(newestTimestamp);
        return index;
    }

    private void load(long newestTimestamp) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, KeyIndex::isIndexFile)) {
            found.forEach(paths::add);
        }
        paths.sort(Comparator.comparing(Path::getFileName));
        List<IndexFile> loaded = new ArrayList<>();
        for (Path path : paths) {
            if (Files.size(path) != layout.fileSize()) {
                LOG.error(
                        "{} has {} bytes, but maxHashSlotNum={} and maxIndexNum={} make {}: it is not used",
                        path,
                        Files.size(path),
                        layout.slots(),
                        layout.entries(),
                        layout.fileSize());
                continue;
            }
            IndexFile file = IndexFile.open(path, layout);
            if (file.endTimestamp() > newestTimestamp) {
                LOG.warn("{} may be incomplete and is deleted", path);
                file.delete();
            } else {
                loaded.add(file);
            }
        }
        files = loaded.toArray(IndexFile[]::new);
    }

    private static boolean isIndexFile(Path path) {
        return path.getFileName().toString().matches("\\d+") && Files.isRegularFile(path);
    }

    /**
     * Whether a message is indexed already: ask once per message, before its first key. 4.9 quirk: the very last message
     * counts as not indexed, so it may be indexed twice.
     */
    public boolean covers(long physicalOffset) {
        IndexFile last = last();
        return last != null && physicalOffset < last.endOffset();
    }

    public void put(String topic, String key, long physicalOffset, long storeTimestamp) throws IOException {
        put(KeyHash.of(topic, key), physicalOffset, storeTimestamp);
    }

    /**
     * Adds a key of a message.
     *
     * @param keyHash {@link KeyHash#finish finished} hash of topic and key
     * @throws IOException when no file can be made or the disk is full; the same call may be repeated
     */
    public void put(int keyHash, long physicalOffset, long storeTimestamp) throws IOException {
        IndexFile last = last();
        if (last == null || last.full()) {
            last = roll(last);
        }
        if (!last.put(keyHash, physicalOffset, storeTimestamp)) {
            throw new IOException("Closed or deleted: " + last.path());
        }
    }

    private synchronized IndexFile roll(IndexFile previous) throws IOException {
        Path path = folder.resolve(nextName(previous));
        IndexFile file = previous == null
                ? IndexFile.create(path, layout, 0, 0)
                : IndexFile.create(path, layout, previous.endTimestamp(), previous.endOffset());
        IndexFile[] more = Arrays.copyOf(files, files.length + 1);
        more[more.length - 1] = file;
        files = more;
        if (previous != null) {
            try {
                flusher.execute(() -> complete(previous));
            } catch (RejectedExecutionException e) {
                LOG.warn("{} is not flushed: the store is stopping", previous.path());
            }
        }
        return file;
    }

    /** The current time, but later than the name of the previous file. */
    private static String nextName(IndexFile previous) {
        LocalDateTime time = LocalDateTime.now().truncatedTo(ChronoUnit.MILLIS);
        String name = time.format(NAME);
        if (previous != null) {
            long last = Long.parseLong(previous.path().getFileName().toString());
            if (Long.parseLong(name) <= last) {
                return Long.toString(last + 1);
            }
        }
        return name;
    }

    private void complete(IndexFile file) {
        try {
            file.flush();
            file.idle();
            completed.accept(file.endTimestamp());
        } catch (IOException | UncheckedIOException e) {
            LOG.error("Cannot flush {}", file.path(), e);
        }
    }

    /**
     * Log offsets of messages with a key, the newest ones when there are more than {@code max}.
     *
     * @param beginMillis store time, inclusive; entries know whole seconds
     * @param endMillis store time, inclusive
     */
    public Answer query(String topic, String key, int max, long beginMillis, long endMillis) {
        IndexFile[] now = files;
        if (now.length == 0) {
            return new Answer(new long[0], 0, 0);
        }
        int keyHash = KeyHash.of(topic, key);
        IndexFile.Hits hits = new IndexFile.Hits(Math.max(0, max));
        for (int i = now.length - 1; i >= 0 && !hits.full(); i--) {
            if (now[i].overlaps(beginMillis, endMillis)) {
                now[i].query(keyHash, beginMillis, endMillis, hits);
            }
            if (now[i].beginTimestamp() < beginMillis) {
                break;
            }
        }
        IndexFile newest = now[now.length - 1];
        return new Answer(hits.sorted(), newest.endTimestamp(), newest.endOffset());
    }

    /**
     * Deletes the oldest files, never the last, that hold nothing behind {@code logMin}.
     *
     * @return how many
     */
    public synchronized int deleteExpired(long logMin) {
        IndexFile[] now = files;
        int count = 0;
        while (count < now.length - 1 && now[count].endOffset() < logMin) {
            count++;
        }
        files = Arrays.copyOfRange(now, count, now.length);
        for (int i = 0; i < count; i++) {
            now[i].delete();
        }
        return count;
    }

    /** Deletes all files. Safe while others query. */
    public synchronized void deleteAll() {
        IndexFile[] now = files;
        files = NONE;
        for (IndexFile file : now) {
            file.delete();
        }
    }

    /** How many files there are. */
    public int fileCount() {
        return files.length;
    }

    /** Store time of the newest entry; 0 when there is none. */
    public long lastTimestamp() {
        IndexFile last = last();
        return last == null ? 0 : last.endTimestamp();
    }

    /** Log offset of the newest entry; 0 when there is none. */
    public long lastPhysicalOffset() {
        IndexFile last = last();
        return last == null ? 0 : last.endOffset();
    }

    private IndexFile last() {
        IndexFile[] now = files;
        return now.length == 0 ? null : now[now.length - 1];
    }

    /** Forces the file in progress to disk (completed ones were, when they became full). */
    public void flush() throws IOException {
        IndexFile last = last();
        if (last != null) {
            last.flush();
        }
    }

    /** Lets go of all files; nothing is flushed. */
    @Override
    public void close() {
        for (IndexFile file : files) {
            file.close();
        }
    }
}
