package org.apache.rocketmq.store.engine;

import java.util.function.LongSupplier;
import org.apache.rocketmq.store.retention.DiskUsage;

/**
 * What a store takes from outside its configuration; handed in so that tests turn the clock and fill the disk.
 *
 * @param clockMillis milliseconds since the epoch
 * @param disk how full partitions are
 * @param warningRatio used fraction of a disk above which puts are refused
 * @param forciblyRatio used fraction above which the oldest segments go whatever their age
 * @param multiPathSplitter what separates several folders in storePathCommitLog, a regular expression
 * @param bindAddress local address on which slaves are served; 0.0.0.0 is all of them
 */
public record StoreEnvironment(
        LongSupplier clockMillis,
        DiskUsage disk,
        double warningRatio,
        double forciblyRatio,
        String multiPathSplitter,
        String bindAddress) {
    /** The machine, and the JVM properties of the 4.9 line. */
    public static StoreEnvironment ofMachine() {
        return new StoreEnvironment(
                System::currentTimeMillis,
                DiskUsage.FILE_SYSTEM,
                ratio("rocketmq.broker.diskSpaceWarningLevelRatio", 0.90),
                ratio("rocketmq.broker.diskSpaceCleanForciblyRatio", 0.85),
                System.getProperty("rocketmq.broker.multiPathSplitter", ","),
                "0.0.0.0");
    }

    public StoreEnvironment withClock(LongSupplier newClockMillis) {
        return new StoreEnvironment(newClockMillis, disk, warningRatio, forciblyRatio, multiPathSplitter, bindAddress);
    }

    public StoreEnvironment withDisk(DiskUsage newDisk) {
        return new StoreEnvironment(clockMillis, newDisk, warningRatio, forciblyRatio, multiPathSplitter, bindAddress);
    }

    public StoreEnvironment withBindAddress(String newAddress) {
        return new StoreEnvironment(clockMillis, disk, warningRatio, forciblyRatio, multiPathSplitter, newAddress);
    }

    private static double ratio(String property, double fallback) {
        return Double.parseDouble(System.getProperty(property, Double.toString(fallback)));
    }
}
