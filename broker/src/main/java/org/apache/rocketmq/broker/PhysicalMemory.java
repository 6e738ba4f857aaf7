package org.apache.rocketmq.broker;

import java.lang.management.ManagementFactory;

/** How much memory this machine (or container) has. */
final class PhysicalMemory {
    /** What 4.9 assumes when the JVM cannot tell. */
    private static final long UNKNOWN_BYTES = 24L << 30;

    private PhysicalMemory() {}

    static long bytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : UNKNOWN_BYTES;
    }
}
