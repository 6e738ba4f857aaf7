package org.apache.rocketmq.common.topic;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which names are legal, which topics belong to the system, which may not be sent to. Thread-safe.
 *
 * <p>The checks that fill a response live with the responses, in the remoting module.
 */
public class TopicValidator {
    public static final String AUTO_CREATE_TOPIC_KEY_TOPIC = "TBW102";
    public static final String RMQ_SYS_SCHEDULE_TOPIC = "SCHEDULE_TOPIC_XXXX";
    public static final String RMQ_SYS_BENCHMARK_TOPIC = "BenchmarkTest";
    public static final String RMQ_SYS_TRANS_HALF_TOPIC = "RMQ_SYS_TRANS_HALF_TOPIC";
    public static final String RMQ_SYS_TRACE_TOPIC = "RMQ_SYS_TRACE_TOPIC";
    public static final String RMQ_SYS_TRANS_OP_HALF_TOPIC = "RMQ_SYS_TRANS_OP_HALF_TOPIC";
    public static final String RMQ_SYS_TRANS_CHECK_MAX_TIME_TOPIC = "TRANS_CHECK_MAX_TIME_TOPIC";
    public static final String RMQ_SYS_SELF_TEST_TOPIC = "SELF_TEST_TOPIC";
    public static final String RMQ_SYS_OFFSET_MOVED_EVENT = "OFFSET_MOVED_EVENT";
    public static final String SYSTEM_TOPIC_PREFIX = "rmq_sys_";

    /** Longest topic name in characters. */
    public static final int TOPIC_MAX_LENGTH = 127;

    /** Indexed by character: whether it may appear in a topic or group name. Do not modify. */
    public static final boolean[] VALID_CHAR_BIT_MAP = legalCharacters();

    private static final Set<String> SYSTEM_TOPIC_SET = ConcurrentHashMap.newKeySet();
    private static final Set<String> NOT_ALLOWED_SEND_TOPIC_SET = Set.of(
            RMQ_SYS_SCHEDULE_TOPIC,
            RMQ_SYS_TRANS_HALF_TOPIC,
            RMQ_SYS_TRANS_OP_HALF_TOPIC,
            RMQ_SYS_TRANS_CHECK_MAX_TIME_TOPIC,
            RMQ_SYS_SELF_TEST_TOPIC,
            RMQ_SYS_OFFSET_MOVED_EVENT);

    static {
        SYSTEM_TOPIC_SET.addAll(NOT_ALLOWED_SEND_TOPIC_SET);
        SYSTEM_TOPIC_SET.add(AUTO_CREATE_TOPIC_KEY_TOPIC);
        SYSTEM_TOPIC_SET.add(RMQ_SYS_BENCHMARK_TOPIC);
        SYSTEM_TOPIC_SET.add(RMQ_SYS_TRACE_TOPIC);
    }

    public TopicValidator() {}

    private static boolean[] legalCharacters() {
        boolean[] legal = new boolean[128];
        "%|-_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                .chars()
                .forEach(c -> legal[c] = true);
        return legal;
    }

    /** Whether a name has a character outside {@code ^[%|a-zA-Z0-9_-]+$}. The empty name has none. */
    public static boolean isTopicOrGroupIllegal(String str) {
        for (int i = 0; i < str.length(); i++) {
            char c = str.charAt(i);
            if (c >= VALID_CHAR_BIT_MAP.length || !VALID_CHAR_BIT_MAP[c]) {
                return true;
            }
        }
        return false;
    }

    /** What is wrong with a topic name, in the words peers print, or null if it is legal. */
    public static String topicProblem(String topic) {
        if (topic == null || topic.isBlank()) {
            return "The specified topic is blank.";
        }
        if (isTopicOrGroupIllegal(topic)) {
            return "The specified topic contains illegal characters, allowing only ^[%|a-zA-Z0-9_-]+$";
        }
        if (topic.length() > TOPIC_MAX_LENGTH) {
            return "The specified topic is longer than topic max length.";
        }
        return null;
    }

    public static boolean isSystemTopic(String topic) {
        return SYSTEM_TOPIC_SET.contains(topic) || topic.startsWith(SYSTEM_TOPIC_PREFIX);
    }

    public static boolean isNotAllowedSendTopic(String topic) {
        return NOT_ALLOWED_SEND_TOPIC_SET.contains(topic);
    }

    /** Adds a name for the life of the process: the cluster's and the broker's own topics. */
    public static void addSystemTopic(String systemTopic) {
        SYSTEM_TOPIC_SET.add(systemTopic);
    }

    public static Set<String> getSystemTopicSet() {
        return SYSTEM_TOPIC_SET;
    }

    public static Set<String> getNotAllowedSendTopicSet() {
        return NOT_ALLOWED_SEND_TOPIC_SET;
    }
}
