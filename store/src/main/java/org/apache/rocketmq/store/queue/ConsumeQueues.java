package org.apache.rocketmq.store.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.rocketmq.store.segment.AppendMode;
import org.apache.rocketmq.store.segment.SegmentFolders;
import org.apache.rocketmq.store.segment.SegmentLayout;
import org.apache.rocketmq.store.segment.SegmentedFile;

/**
 * All consume queues of a store, found by topic and queue id.
 *
 * <p>Thread-safe, but for {@link #truncateTo} (recovery only) and {@link #flush} (one thread at a time).
 */
public final class ConsumeQueues implements AutoCloseable {
    private static final int RESERVE_BYTES = 64 * 1024;
    private static final long LOAD_STOP_SECONDS = 10;

    private final Path folder;
    /** Null when the extension is off. */
    private final Path extensionFolder;

    private final SegmentLayout layout;
    private final SegmentLayout extensionLayout;
    private final QueueProgress progress = new QueueProgress();
    private final ConcurrentHashMap<String, TopicQueues> topics = new ConcurrentHashMap<>();

    private ConsumeQueues(Path folder, int fileBytes, Path extensionFolder, int extensionFileBytes) {
        this.folder = folder;
        this.extensionFolder = extensionFolder;
        this.layout = new SegmentLayout(
                QueueUnitLayout.roundedFileSize(fileBytes),
                "mappedFileSizeConsumeQueue",
                AppendMode.MAPPED_COPY,
                RESERVE_BYTES);
        this.extensionLayout = new SegmentLayout(
                extensionFileBytes, "mappedFileSizeConsumeQueueExt", AppendMode.MAPPED_COPY, RESERVE_BYTES);
    }

    /**
     * Opens and recovers every queue found in the folder.
     *
     * @param folder {@code consumequeue}
     * @param fileBytes mappedFileSizeConsumeQueue, rounded up to whole units here
     * @param extensionFolder {@code consumequeue_ext}; null when enableConsumeQueueExt is off
     * @param threads how many queues are opened at a time
     * @throws IOException when a file cannot be read or has another size than configured
     */
    public static ConsumeQueues open(
            Path folder, int fileBytes, Path extensionFolder, int extensionFileBytes, int threads) throws IOException {
        ConsumeQueues queues = new ConsumeQueues(folder, fileBytes, extensionFolder, extensionFileBytes);
        try {
            queues.load(threads);
        } catch (IOException | RuntimeException e) {
            queues.close();
            throw e;
        }
        return queues;
    }

    private void load(int threads) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "ConsumeQueueLoad");
            thread.setDaemon(true);
            return thread;
        });
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, Files::isDirectory)) {
            List<Future<?>> loads = new ArrayList<>();
            for (Path topicFolder : found) {
                loads.add(pool.submit(() -> {
                    loadTopic(topicFolder);
                    return null;
                }));
            }
            for (Future<?> load : loads) {
                load.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException("Cannot load " + folder, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while loading " + folder, e);
        } finally {
            end(pool);
        }
    }

    /** After this nothing is added to the table any more. */
    private static void end(ExecutorService pool) {
        pool.shutdownNow();
        try {
            pool.awaitTermination(LOAD_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loadTopic(Path topicFolder) throws IOException {
        String topic = topicFolder.getFileName().toString();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(topicFolder, Files::isDirectory)) {
            for (Path queueFolder : found) {
                String name = queueFolder.getFileName().toString();
                if (name.matches("\\d{1,9}")) {
                    ConsumeQueue queue = openQueue(topic, Integer.parseInt(name));
                    topics.computeIfAbsent(topic, t -> new TopicQueues()).put(queue);
                    queue.recover();
                }
            }
        }
    }

    private ConsumeQueue openQueue(String topic, int queueId) throws IOException {
        SegmentedFile segments = SegmentedFile.open(SegmentFolders.one(path(folder, topic, queueId)), layout, null);
        ConsumeQueueExt extension = extensionFolder == null
                ? null
                : new ConsumeQueueExt(SegmentedFile.open(
                        SegmentFolders.one(path(extensionFolder, topic, queueId)), extensionLayout, null));
        return new ConsumeQueue(topic, queueId, segments, extension, progress);
    }

    private static Path path(Path root, String topic, int queueId) {
        return root.resolve(topic).resolve(Integer.toString(queueId));
    }

    /** The queue; null when there is none. Allocates nothing. */
    public ConsumeQueue find(String topic, int queueId) {
        TopicQueues queues = topics.get(topic);
        return queues == null ? null : queues.get(queueId);
    }

    /**
     * The queue, made when there is none. Files come with its first unit.
     *
     * @throws IllegalArgumentException when the topic cannot be a folder name
     */
    public ConsumeQueue findOrCreate(String topic, int queueId) throws IOException {
        ConsumeQueue queue = find(topic, queueId);
        return queue != null ? queue : create(topic, queueId);
    }

    private ConsumeQueue create(String topic, int queueId) throws IOException {
        QueueName.check(topic, queueId);
        ConsumeQueue[] result = new ConsumeQueue[1];
        IOException[] failure = new IOException[1];
        topics.compute(topic, (name, present) -> {
            TopicQueues queues = present == null ? new TopicQueues() : present;
            result[0] = queues.get(queueId);
            if (result[0] == null) {
                try {
                    result[0] = openQueue(topic, queueId);
                    queues.put(result[0]);
                } catch (IOException e) {
                    failure[0] = e;
                    return present;
                }
            }
            return queues;
        });
        if (failure[0] != null) {
            throw failure[0];
        }
        return result[0];
    }

    public void forEach(Consumer<ConsumeQueue> action) {
        topics.values().forEach(queues -> queues.forEach(action));
    }

    /** Topics and their queue ids, sorted. */
    public Map<String, Set<Integer>> ids() {
        Map<String, Set<Integer>> result = new HashMap<>();
        forEach(queue ->
                result.computeIfAbsent(queue.topic(), topic -> new TreeSet<>()).add(queue.queueId()));
        return result;
    }

    /** Log offset behind the last record any queue points to; -1 when there is none. */
    public long physicalEnd() {
        long[] end = {-1};
        forEach(queue -> end[0] = Math.max(end[0], queue.physicalEnd()));
        return end[0];
    }

    /** Drops all units that point to {@code logEnd} or behind it. */
    public void truncateTo(long logEnd) throws IOException {
        List<ConsumeQueue> all = new ArrayList<>();
        forEach(all::add);
        for (ConsumeQueue queue : all) {
            queue.truncateTo(logEnd);
        }
    }

    public void correctMinOffsets(long logMin) {
        forEach(queue -> queue.correctMinOffset(logMin));
    }

    /** Store timestamp of the newest unit added since the start; 0 when none was. */
    public long logicTimestamp() {
        return progress.logicTimestamp();
    }

    /** Queues with units that are not known to be on disk. */
    public int dirtyQueues() {
        return progress.dirtyCount();
    }

    /**
     * Flushes queues that have something to flush; the others cost nothing.
     *
     * @param leastPages only queues with at least that many dirty pages (4 KiB); 0 for all
     * @return the logic timestamp before: after {@code flush(0)} all units up to that store time are on disk
     */
    public long flush(int leastPages) throws IOException {
        long reached = progress.logicTimestamp();
        List<ConsumeQueue> again = new ArrayList<>();
        IOException failure = null;
        for (ConsumeQueue queue : progress.takeDirty()) {
            try {
                if (!queue.flush(leastPages)) {
                    again.add(queue);
                }
            } catch (IOException e) {
                failure = e;
                again.add(queue);
            } catch (UncheckedIOException e) {
                failure = e.getCause();
                again.add(queue);
            }
        }
        again.forEach(progress::markDirty);
        if (failure != null) {
            throw failure;
        }
        return reached;
    }

    /** Removes the queues of a topic and their files. Safe while they are in use. */
    public void deleteTopic(String topic) {
        topics.computeIfPresent(topic, (name, queues) -> {
            queues.forEach(this::deleteFiles);
            deleteFolder(folder.resolve(name));
            if (extensionFolder != null) {
                deleteFolder(extensionFolder.resolve(name));
            }
            return null;
        });
    }

    /** Removes one queue and its files. Safe while it is in use. */
    public void deleteQueue(String topic, int queueId) {
        topics.computeIfPresent(topic, (name, queues) -> {
            ConsumeQueue queue = queues.remove(queueId);
            if (queue != null) {
                deleteFiles(queue);
            }
            if (!queues.isEmpty()) {
                return queues;
            }
            deleteFolder(folder.resolve(name));
            if (extensionFolder != null) {
                deleteFolder(extensionFolder.resolve(name));
            }
            return null;
        });
    }

    private void deleteFiles(ConsumeQueue queue) {
        queue.delete();
        deleteFolder(path(folder, queue.topic(), queue.queueId()));
        if (extensionFolder != null) {
            deleteFolder(path(extensionFolder, queue.topic(), queue.queueId()));
        }
    }

    /** Removes a folder if it is empty; strangers' files keep it. */
    private static void deleteFolder(Path path) {
        path.toFile().delete();
    }

    /** Removes all queues: there is no log any more. */
    public void deleteAll() {
        for (String topic : List.copyOf(topics.keySet())) {
            deleteTopic(topic);
        }
    }

    /** @see SegmentedFile#sweepLingering */
    public void sweepLingering(long forciblyAfterMillis) {
        forEach(queue -> queue.sweepLingering(forciblyAfterMillis));
    }

    /** Lets go of all files; nothing is flushed. */
    @Override
    public void close() {
        forEach(ConsumeQueue::close);
    }
}
