package org.apache.rocketmq.store.retention;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.rocketmq.store.health.StoreHealth;
import org.apache.rocketmq.store.health.StoreHealth.Fault;

/**
 * Refuses puts while the disk is nearly full, and takes them again when space was freed.
 *
 * <p>Thread-safe. Source: store specification, disk full.
 */
public final class DiskWatch {
    /** Puts are taken again when usage fell this far below the limit, so that the state does not flutter. */
    private static final double HYSTERESIS = 0.02;

    private final DiskUsage disk;
    private final List<Path> logPaths;
    private final Path queuePath;
    private final double warningRatio;
    private final double forciblyRatio;
    private final StoreHealth health;

    /**
     * @param warningRatio used fraction above which puts are refused
     * @param forciblyRatio used fraction above which segments are deleted whatever their age
     */
    public DiskWatch(
            DiskUsage disk,
            List<Path> logPaths,
            Path queuePath,
            double warningRatio,
            double forciblyRatio,
            StoreHealth health) {
        this.disk = disk;
        this.logPaths = List.copyOf(logPaths);
        this.queuePath = queuePath;
        this.warningRatio = warningRatio;
        this.forciblyRatio = forciblyRatio;
        this.health = health;
    }

    /** Used fraction of the least used path of the log; -1 when none can be measured. */
    public double logRatio() {
        double least = -1;
        for (Path path : logPaths) {
            double ratio = disk.usedRatio(path);
            if (ratio >= 0 && (least < 0 || ratio < least)) {
                least = ratio;
            }
        }
        return least;
    }

    public double queueRatio() {
        return disk.usedRatio(queuePath);
    }

    public double ratioOf(Path logPath) {
        return disk.usedRatio(logPath);
    }

    public List<Path> logPaths() {
        return logPaths;
    }

    /** Looks at the disks and sets or clears the fault. */
    public void check() {
        double log = logRatio();
        double queue = queueRatio();
        double worst = Math.max(log, queue);
        if (worst > warningRatio) {
            Path path = log >= queue ? logPaths.get(0) : queuePath;
            health.raise(
                    Fault.DISK_FULL,
                    String.format(
                            Locale.ROOT,
                            "the disk of %s is %.0f %% full, the limit is %.0f %% "
                                    + "(-Drocketmq.broker.diskSpaceWarningLevelRatio); free space, or let less be kept: "
                                    + "fileReservedTime, diskMaxUsedSpaceRatio",
                            path,
                            worst * 100,
                            warningRatio * 100));
        } else if (worst <= warningRatio - HYSTERESIS) {
            health.clear(
                    Fault.DISK_FULL,
                    String.format(Locale.ROOT, "disk usage is %.0f %%, puts are taken again", worst * 100));
        }
    }

    /** Whether a path of log or queues is so full that segments go whatever their age. */
    public boolean deletesWhateverAge() {
        return logRatio() > forciblyRatio || queueRatio() > forciblyRatio;
    }

    /** Whether usage is above a ratio, or cannot be measured. */
    public boolean usedMoreThan(double ratio) {
        double log = logRatio();
        double queue = queueRatio();
        return log < 0 || log > ratio || queue < 0 || queue > ratio;
    }
}
