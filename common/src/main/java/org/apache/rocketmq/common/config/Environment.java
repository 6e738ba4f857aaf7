package org.apache.rocketmq.common.config;

/** What a server takes from system properties and environment variables before any file is read. */
public final class Environment {
    private Environment() {}

    /** Installation folder: property {@code rocketmq.home.dir}, else variable {@code ROCKETMQ_HOME}, else null. */
    public static String rocketmqHome() {
        return System.getProperty("rocketmq.home.dir", System.getenv("ROCKETMQ_HOME"));
    }

    /** Name servers: property {@code rocketmq.namesrv.addr}, else variable {@code NAMESRV_ADDR}, else null. */
    public static String namesrvAddr() {
        return System.getProperty("rocketmq.namesrv.addr", System.getenv("NAMESRV_ADDR"));
    }

    public static String userHome() {
        return System.getProperty("user.home");
    }

    /** Property {@code rocketmq.configStrict}: a warning about the configuration refuses the start. */
    public static boolean configStrict() {
        return Boolean.getBoolean("rocketmq.configStrict");
    }
}
