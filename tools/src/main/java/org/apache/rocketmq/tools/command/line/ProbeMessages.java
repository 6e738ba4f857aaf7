package org.apache.rocketmq.tools.command.line;

import java.nio.charset.StandardCharsets;
import org.apache.rocketmq.common.message.Message;

/** Messages that only measure. Stateless. */
public final class ProbeMessages {
    private static final String PATTERN = "probe probe";

    private ProbeMessages() {}

    /** A message with a body of {@code bytes}, rounded up to a multiple of 11. */
    public static Message of(String topic, int bytes) {
        int repeats = (Math.max(1, bytes) + PATTERN.length() - 1) / PATTERN.length();
        return new Message(topic, PATTERN.repeat(repeats).getBytes(StandardCharsets.US_ASCII));
    }
}
