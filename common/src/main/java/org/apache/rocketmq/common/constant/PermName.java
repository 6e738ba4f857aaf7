package org.apache.rocketmq.common.constant;

/** Permission bits of a topic. */
public class PermName {
    public static final int PERM_PRIORITY = 0x1 << 3;
    public static final int PERM_READ = 0x1 << 2;
    public static final int PERM_WRITE = 0x1 << 1;
    public static final int PERM_INHERIT = 0x1;

    public PermName() {}

    /** Three characters: R or -, W or -, X or - (read, write, inherit). */
    public static String perm2String(int perm) {
        return (isReadable(perm) ? "R" : "-") + (isWriteable(perm) ? "W" : "-") + (isInherited(perm) ? "X" : "-");
    }

    public static boolean isReadable(int perm) {
        return (perm & PERM_READ) != 0;
    }

    public static boolean isWriteable(int perm) {
        return (perm & PERM_WRITE) != 0;
    }

    public static boolean isInherited(int perm) {
        return (perm & PERM_INHERIT) != 0;
    }
}
