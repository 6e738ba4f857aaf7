package org.apache.rocketmq.common.sysflag;

/** Bits of a subscription's system flag. */
public class SubscriptionSysFlag {
    private static final int FLAG_UNIT = 0x1;

    public SubscriptionSysFlag() {}

    public static int buildSysFlag(boolean unit) {
        return unit ? FLAG_UNIT : 0;
    }

    public static int setUnitFlag(int sysFlag) {
        return sysFlag | FLAG_UNIT;
    }

    public static int clearUnitFlag(int sysFlag) {
        return sysFlag & ~FLAG_UNIT;
    }

    public static boolean hasUnitFlag(int sysFlag) {
        return (sysFlag & FLAG_UNIT) != 0;
    }
}
