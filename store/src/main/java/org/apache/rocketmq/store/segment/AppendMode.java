package org.apache.rocketmq.store.segment;

/**
 * How bytes get into a segment. Reading is always through the mapping.
 *
 * <p>CPU per append into fresh files, in proportion (see AppendBenchmark among the tests):
 *
 * <pre>
 *   record   copy, 1 MiB reserved   copy, nothing reserved   channel
 *    200 B            1                      2.8               14
 *   1100 B            1                      3.2                4.7
 *   4200 B            1                      3.3                2.8
 *     35 kB           1                      2.0                0.8
 * </pre>
 */
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
