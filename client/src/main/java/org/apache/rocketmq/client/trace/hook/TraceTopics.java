package org.apache.rocketmq.client.trace.hook;

import org.apache.rocketmq.client.trace.AsyncTraceDispatcher;
import org.apache.rocketmq.client.trace.TraceDispatcher;
import org.apache.rocketmq.common.message.Message;

/** Keeps traces from being traced. */
final class TraceTopics {
    private TraceTopics() {}

    /** Whether {@code message} carries traces of {@code dispatcher}. */
    static boolean carries(TraceDispatcher dispatcher, Message message) {
        return dispatcher instanceof AsyncTraceDispatcher own
                && message.getTopic() != null
                && message.getTopic().startsWith(own.getTraceTopicName());
    }
}
