package org.apache.rocketmq.store.queue;

import java.nio.charset.StandardCharsets;

/** Guards the step from a topic name, which strangers choose, to a folder name. */
final class QueueName {
    private static final int MAX_FOLDER_BYTES = 255;

    private QueueName() {}

    /** @throws IllegalArgumentException when the topic cannot be the name of one folder, or the queue id is negative */
    static void check(String topic, int queueId) {
        if (!safe(topic)) {
            throw new IllegalArgumentException("Topic \"" + topic + "\" cannot be a folder name");
        }
        if (queueId < 0) {
            throw new IllegalArgumentException("Queue id " + queueId + " of topic " + topic + " is negative");
        }
    }

    static boolean safe(String topic) {
        if (topic == null || topic.isEmpty() || topic.equals(".") || topic.equals("..")) {
            return false;
        }
        for (int i = 0; i < topic.length(); i++) {
            char c = topic.charAt(i);
            if (c == '/' || c == '\\' || c == 0) {
                return false;
            }
        }
        return topic.getBytes(StandardCharsets.UTF_8).length <= MAX_FOLDER_BYTES;
    }
}
