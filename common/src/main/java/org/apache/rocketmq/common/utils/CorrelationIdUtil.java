package org.apache.rocketmq.common.utils;

import java.util.UUID;

/** Ids that pair a request with its reply. */
public class CorrelationIdUtil {

    public CorrelationIdUtil() {}

    public static String createCorrelationId() {
        return UUID.randomUUID().toString();
    }
}
