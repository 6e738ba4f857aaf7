package org.apache.rocketmq.store.log;

import org.apache.rocketmq.common.message.RecordLayout;

/**
 * What the log knows of one queue: its name as it is encoded into records, and the offset of its next message.
 *
 * <p>{@link #nextOffset} and {@link #retired} are guarded by the append lock.
 */
final class QueueState {
    final String topic;
    final byte[] topicUtf8;
    final int queueId;
    long nextOffset;
    /** Why no record can be for this queue; null when one can. */
    final String refusal;
    /** Set when the topic was deleted: whoever still holds this object has to look the queue up again. */
    boolean retired;

    QueueState(String topic, byte[] topicUtf8, int queueId, long nextOffset) {
        this.topic = topic;
        this.topicUtf8 = topicUtf8;
        this.queueId = queueId;
        this.nextOffset = nextOffset;
        this.refusal = findRefusal();
    }

    /** Names become folders of the consume queues. */
    private String findRefusal() {
        if (topicUtf8.length == 0 || topicUtf8.length > RecordLayout.MAX_TOPIC_BYTES) {
            return "the topic has " + topicUtf8.length + " bytes, 1 to " + RecordLayout.MAX_TOPIC_BYTES
                    + " are possible";
        }
        boolean dots = topic.equals(".") || topic.equals("..");
        if (dots || topic.indexOf('/') >= 0 || topic.indexOf('\\') >= 0 || topic.indexOf(0) >= 0) {
            return "the topic '" + topic + "' cannot be the name of a folder";
        }
        return queueId < 0 ? "the queue id " + queueId + " is negative" : null;
    }
}
