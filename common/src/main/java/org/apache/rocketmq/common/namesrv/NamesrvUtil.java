package org.apache.rocketmq.common.namesrv;

/** Names of the name server's KV namespaces. */
public class NamesrvUtil {
    /** Holds, per topic, the order configuration {@code broker:queues;...}. */
    public static final String NAMESPACE_ORDER_TOPIC_CONFIG = "ORDER_TOPIC_CONFIG";

    public NamesrvUtil() {}
}
