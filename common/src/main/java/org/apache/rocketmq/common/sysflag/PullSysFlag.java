package org.apache.rocketmq.common.sysflag;

/** Bits of a pull request's system flag. Source: wire protocol, pull request header. */
public class PullSysFlag {
    private static final int FLAG_COMMIT_OFFSET = 0x1;
    private static final int FLAG_SUSPEND = 0x1 << 1;
    private static final int FLAG_SUBSCRIPTION = 0x1 << 2;
    private static final int FLAG_CLASS_FILTER = 0x1 << 3;
    private static final int FLAG_LITE_PULL_MESSAGE = 0x1 << 4;

    public PullSysFlag() {}

    public static int buildSysFlag(boolean commitOffset, boolean suspend, boolean subscription, boolean classFilter) {
        return (commitOffset ? FLAG_COMMIT_OFFSET : 0)
                | (suspend ? FLAG_SUSPEND : 0)
                | (subscription ? FLAG_SUBSCRIPTION : 0)
                | (classFilter ? FLAG_CLASS_FILTER : 0);
    }

    public static int buildSysFlag(
            boolean commitOffset, boolean suspend, boolean subscription, boolean classFilter, boolean litePull) {
        return buildSysFlag(commitOffset, suspend, subscription, classFilter) | (litePull ? FLAG_LITE_PULL_MESSAGE : 0);
    }

    public static int clearCommitOffsetFlag(int sysFlag) {
        return sysFlag & ~FLAG_COMMIT_OFFSET;
    }

    public static boolean hasCommitOffsetFlag(int sysFlag) {
        return (sysFlag & FLAG_COMMIT_OFFSET) != 0;
    }

    public static boolean hasSuspendFlag(int sysFlag) {
        return (sysFlag & FLAG_SUSPEND) != 0;
    }

    public static boolean hasSubscriptionFlag(int sysFlag) {
        return (sysFlag & FLAG_SUBSCRIPTION) != 0;
    }

    public static boolean hasClassFilterFlag(int sysFlag) {
        return (sysFlag & FLAG_CLASS_FILTER) != 0;
    }

    public static boolean hasLitePullFlag(int sysFlag) {
        return (sysFlag & FLAG_LITE_PULL_MESSAGE) != 0;
    }
}
