package org.apache.rocketmq.store.segment;

/** How bytes get into a segment. Reading is always through the mapping. */
public enum AppendMode {
    /**
     * Copied into the mapping. Space is reserved in growing steps right before it is used, by writing zeros through the file
     * system: a full disk is an error of that write instead of a crash, and the pages are in the cache when they are
     * first touched. The file descriptor is not kept. Good for small appends and many files.
     */
    MAPPED_COPY,
    /** One positional write to the file per append. Good for large appends. */
    CHANNEL_WRITE
}
