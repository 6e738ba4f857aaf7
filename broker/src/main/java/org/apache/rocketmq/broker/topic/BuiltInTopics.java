package org.apache.rocketmq.broker.topic;

import static org.apache.rocketmq.common.constant.PermName.PERM_INHERIT;
import static org.apache.rocketmq.common.constant.PermName.PERM_READ;
import static org.apache.rocketmq.common.constant.PermName.PERM_WRITE;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.topic.TopicValidator;

/**
 * The topics every broker has, and which names users may not touch. Source: broker specification, built-in topics.
 */
final class BuiltInTopics {
    /** Queues of the schedule topic, whatever the delay levels are. */
    private static final int SCHEDULE_QUEUES = 18;

    private static final int BENCHMARK_QUEUES = 1024;
    private static final int CLUSTER_TOPIC_QUEUES = 16;

    private final List<TopicConfig> topics = new ArrayList<>();
    private final Set<String> ownSystemNames = new LinkedHashSet<>();

    BuiltInTopics(BrokerConfig config) {
        int all = PERM_READ | PERM_WRITE;
        String cluster = config.getBrokerClusterName();
        add(TopicValidator.RMQ_SYS_SELF_TEST_TOPIC, 1, all);
        if (config.isAutoCreateTopicEnable()) {
            add(TopicValidator.AUTO_CREATE_TOPIC_KEY_TOPIC, config.getDefaultTopicQueueNums(), all | PERM_INHERIT);
        }
        add(TopicValidator.RMQ_SYS_BENCHMARK_TOPIC, BENCHMARK_QUEUES, all);
        add(cluster, CLUSTER_TOPIC_QUEUES, config.isClusterTopicEnable() ? all | PERM_INHERIT : PERM_INHERIT);
        add(config.getBrokerName(), 1, config.isBrokerTopicEnable() ? all | PERM_INHERIT : PERM_INHERIT);
        add(TopicValidator.RMQ_SYS_OFFSET_MOVED_EVENT, 1, all);
        add(TopicValidator.RMQ_SYS_SCHEDULE_TOPIC, SCHEDULE_QUEUES, all);
        if (config.isTraceTopicEnable()) {
            add(config.getMsgTraceTopicName(), 1, all);
        }
        add(MixAll.getReplyTopic(cluster), 1, all);

        ownSystemNames.add(cluster);
        ownSystemNames.add(config.getBrokerName());
        ownSystemNames.add(config.getMsgTraceTopicName());
        ownSystemNames.add(MixAll.getReplyTopic(cluster));
    }

    private void add(String name, int queues, int perm) {
        topics.add(new TopicConfig(name, queues, queues, perm));
    }

    List<TopicConfig> topics() {
        return topics;
    }

    /** Whether create and delete refuse the name. */
    boolean isSystem(String topic) {
        return ownSystemNames.contains(topic) || TopicValidator.isSystemTopic(topic);
    }

    /** All system names of this broker, as request 305 lists them. */
    Set<String> systemNames() {
        Set<String> names = new LinkedHashSet<>(TopicValidator.getSystemTopicSet());
        names.addAll(ownSystemNames);
        return names;
    }
}
