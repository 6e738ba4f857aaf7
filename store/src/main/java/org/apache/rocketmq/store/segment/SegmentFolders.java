package org.apache.rocketmq.store.segment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Where the segments of one file lie: in one folder, or spread over several disks. Immutable; thread-safe when the given
 * predicate is. Source: store format, several commit log paths.
 */
public final class SegmentFolders {
    private final List<Path> writable;
    private final Set<Path> all;
    private final Predicate<Path> tooFull;

    private SegmentFolders(Collection<Path> writable, Collection<Path> readOnly, Predicate<Path> tooFull) {
        Set<Path> kept = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        kept.addAll(writable);
        readOnly.forEach(kept::remove);
        this.writable = List.copyOf(kept);
        this.all = new LinkedHashSet<>(writable);
        this.all.addAll(readOnly);
        this.tooFull = tooFull;
    }

    public static SegmentFolders one(Path folder) {
        return new SegmentFolders(List.of(folder), List.of(), path -> false);
    }

    /**
     * @param tooFull folders that get no new files while another one has room
     * @throws IllegalArgumentException when nothing is left to write to
     */
    public static SegmentFolders several(Collection<Path> folders, Collection<Path> readOnly, Predicate<Path> tooFull) {
        SegmentFolders result = new SegmentFolders(folders, readOnly, tooFull);
        if (result.writable.isEmpty()) {
            throw new IllegalArgumentException("storePathCommitLog names no folder that is not in"
                    + " readOnlyCommitLogStorePaths: " + folders + " / " + readOnly);
        }
        return result;
    }

    /** All folders to load from. */
    public Collection<Path> all() {
        return all;
    }

    /** Folder of a new segment with the given number (base offset / size): round robin over those with room. */
    public Path folderOf(long segmentNumber) {
        if (writable.size() == 1) {
            return writable.get(0);
        }
        List<Path> withRoom = new ArrayList<>(writable);
        withRoom.removeIf(tooFull);
        List<Path> candidates = withRoom.isEmpty() ? writable : withRoom;
        return candidates.get((int) (segmentNumber % candidates.size()));
    }
}
