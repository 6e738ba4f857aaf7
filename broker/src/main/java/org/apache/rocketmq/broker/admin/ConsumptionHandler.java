package org.apache.rocketmq.broker.admin;

import static org.apache.rocketmq.broker.request.BadRequest.required;
import static org.apache.rocketmq.common.protocol.ResponseCode.TOPIC_NOT_EXIST;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SUCCESS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.rocketmq.broker.client.ConsumerGroup;
import org.apache.rocketmq.broker.client.ConsumerGroups;
import org.apache.rocketmq.broker.group.GroupTable;
import org.apache.rocketmq.broker.offset.ConsumerOffsets;
import org.apache.rocketmq.broker.request.BrokerIdentity;
import org.apache.rocketmq.broker.stats.BrokerStats;
import org.apache.rocketmq.broker.topic.TopicTable;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.admin.ConsumeStats;
import org.apache.rocketmq.common.admin.OffsetWrapper;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.body.ConsumeStatsList;
import org.apache.rocketmq.common.protocol.body.GroupList;
import org.apache.rocketmq.common.protocol.body.QueryConsumeTimeSpanBody;
import org.apache.rocketmq.common.protocol.body.QueryCorrectionOffsetBody;
import org.apache.rocketmq.common.protocol.body.QueueTimeSpan;
import org.apache.rocketmq.common.protocol.header.CloneGroupOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetConsumeStatsInBrokerHeader;
import org.apache.rocketmq.common.protocol.header.GetConsumeStatsRequestHeader;
import org.apache.rocketmq.common.protocol.header.QueryConsumeTimeSpanRequestHeader;
import org.apache.rocketmq.common.protocol.header.QueryCorrectionOffsetHeader;
import org.apache.rocketmq.common.protocol.header.QueryTopicConsumeByWhoRequestHeader;
import org.apache.rocketmq.common.subscription.SubscriptionGroupConfig;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.store.MessageStore;

/**
 * How far groups have come: requests 208, 300, 303, 308, 314 and 317, one method each. Thread-safe. Source: broker
 * specification, consumption statistics, offsets.
 */
public final class ConsumptionHandler {
    private final BrokerIdentity identity;
    private final TopicTable topics;
    private final GroupTable groups;
    private final ConsumerOffsets offsets;
    private final ConsumerGroups consumers;
    private final MessageStore store;
    private final BrokerStats stats;
    private final LongSupplier clockMillis;

    public ConsumptionHandler(
            BrokerIdentity identity,
            TopicTable topics,
            GroupTable groups,
            ConsumerOffsets offsets,
            ConsumerGroups consumers,
            MessageStore store,
            BrokerStats stats,
            LongSupplier clockMillis) {
        this.identity = identity;
        this.topics = topics;
        this.groups = groups;
        this.offsets = offsets;
        this.consumers = consumers;
        this.store = store;
        this.stats = stats;
        this.clockMillis = clockMillis;
    }

    /** Request 208. */
    public void ofGroup(Exchange exchange) throws RemotingCommandException {
        var asked = exchange.read(new GetConsumeStatsRequestHeader());
        String group = required("consumerGroup", asked.getConsumerGroup());
        boolean oneTopic = asked.getTopic() != null && !asked.getTopic().isBlank();
        Set<String> names = oneTopic ? Set.of(asked.getTopic()) : offsets.topicsOf(group);
        var body = new ConsumeStats();
        double tps = 0;
        for (String name : names) {
            TopicConfig topic = topics.find(name);
            if (topic == null || !subscribesIfOnline(group, name)) {
                continue;
            }
            addQueues(body.getOffsetTable(), group, name, topic.getReadQueueNums());
            tps += stats.groupGetTps(group, name);
        }
        body.setConsumeTps(tps);
        exchange.respond(SUCCESS, null, null, body.encode());
    }

    /** False only when the group is online with subscriptions and this topic is none of them. */
    private boolean subscribesIfOnline(String group, String topic) {
        ConsumerGroup online = consumers.find(group);
        return online == null || online.subscriptions().isEmpty() || online.subscription(topic) != null;
    }

    private void addQueues(Map<MessageQueue, OffsetWrapper> table, String group, String topic, int queueNums) {
        for (int queueId = 0; queueId < queueNums; queueId++) {
            long consumed = Math.max(0, offsets.find(group, topic, queueId));
            var wrapper = new OffsetWrapper();
            wrapper.setBrokerOffset(Math.max(0, store.maxOffset(topic, queueId)));
            wrapper.setConsumerOffset(consumed);
            long lastTime = consumed > 0 ? store.storeTimeOf(topic, queueId, consumed - 1) : 0;
            wrapper.setLastTimestamp(Math.max(0, lastTime));
            table.put(new MessageQueue(topic, identity.brokerName(), queueId), wrapper);
        }
    }

    /** Request 317. */
    public void ofBroker(Exchange exchange) throws RemotingCommandException {
        boolean orderedOnly = exchange.read(new GetConsumeStatsInBrokerHeader()).isOrder();
        List<Map<String, List<ConsumeStats>>> list = new ArrayList<>();
        long totalDiff = 0;
        for (SubscriptionGroupConfig group : groups.all()) {
            List<ConsumeStats> ofGroup = new ArrayList<>();
            for (String name : offsets.topicsOf(group.getGroupName())) {
                TopicConfig topic = topics.find(name);
                if (topic == null
                        || (orderedOnly && !topic.isOrder())
                        || !subscribesIfOnline(group.getGroupName(), name)) {
                    continue;
                }
                var ofTopic = new ConsumeStats();
                addQueues(ofTopic.getOffsetTable(), group.getGroupName(), name, topic.getWriteQueueNums());
                ofTopic.setConsumeTps(stats.groupGetTps(group.getGroupName(), name));
                totalDiff += ofTopic.computeTotalDiff();
                ofGroup.add(ofTopic);
            }
            Map<String, List<ConsumeStats>> entry = new HashMap<>();
            entry.put(group.getGroupName(), ofGroup);
            list.add(entry);
        }
        var body = new ConsumeStatsList();
        body.setBrokerAddr(identity.address());
        body.setConsumeStatsList(list);
        body.setTotalDiff(totalDiff);
        exchange.respond(SUCCESS, null, null, body.encode());
    }

    /** Request 300. */
    public void groupsOfTopic(Exchange exchange) throws RemotingCommandException {
        String topic = exchange.read(new QueryTopicConsumeByWhoRequestHeader()).getTopic();
        HashSet<String> names = new HashSet<>();
        if (topic != null) {
            names.addAll(consumers.subscribersOf(topic));
            names.addAll(offsets.groupsOf(topic));
        }
        var body = new GroupList();
        body.setGroupList(names);
        exchange.respond(SUCCESS, null, null, body.encode());
    }

    /** Request 303. */
    public void timeSpan(Exchange exchange) throws RemotingCommandException {
        var asked = exchange.read(new QueryConsumeTimeSpanRequestHeader());
        TopicConfig topic = asked.getTopic() == null ? null : topics.find(asked.getTopic());
        if (topic == null) {
            exchange.respond(TOPIC_NOT_EXIST, "topic[" + asked.getTopic() + "] not exist");
            return;
        }
        List<QueueTimeSpan> spans = new ArrayList<>();
        for (int queueId = 0; queueId < topic.getWriteQueueNums(); queueId++) {
            spans.add(timeSpan(asked.getGroup(), asked.getTopic(), queueId));
        }
        var body = new QueryConsumeTimeSpanBody();
        body.setConsumeTimeSpanSet(spans);
        exchange.respond(SUCCESS, null, null, body.encode());
    }

    private QueueTimeSpan timeSpan(String group, String topic, int queueId) {
        var span = new QueueTimeSpan();
        span.setMessageQueue(new MessageQueue(topic, identity.brokerName(), queueId));
        long max = store.maxOffset(topic, queueId);
        long consumed = offsets.find(group, topic, queueId);
        long earliest = store.earliestStoreTime(topic, queueId);
        span.setMinTimeStamp(earliest);
        span.setMaxTimeStamp(store.storeTimeOf(topic, queueId, max - 1));
        span.setConsumeTimeStamp(consumed > 0 ? store.storeTimeOf(topic, queueId, consumed - 1) : earliest);
        if (consumed >= 0 && consumed < max) {
            span.setDelayTime(clockMillis.getAsLong() - store.storeTimeOf(topic, queueId, consumed));
        }
        return span;
    }

    /** Request 308. */
    public void correctionOffsets(Exchange exchange) throws RemotingCommandException {
        var asked = exchange.read(new QueryCorrectionOffsetHeader());
        String topic = required("topic", asked.getTopic());
        Set<String> leftOut = new HashSet<>();
        if (asked.getFilterGroups() != null) {
            leftOut.addAll(List.of(asked.getFilterGroups().split(",")));
        }
        Map<Integer, Long> smallest = new HashMap<>();
        for (String group : offsets.groupsOf(topic)) {
            if (leftOut.contains(group)) {
                continue;
            }
            offsets.of(group, topic).forEach((queueId, offset) -> {
                if (offset >= store.minOffset(topic, queueId)) {
                    smallest.merge(queueId, offset, Math::min);
                }
            });
        }
        if (asked.getCompareGroup() != null && !asked.getCompareGroup().isBlank()) {
            Map<Integer, Long> own = offsets.of(asked.getCompareGroup(), topic);
            own.forEach((queueId, offset) ->
                    smallest.computeIfPresent(queueId, (id, other) -> other > offset ? Long.MAX_VALUE : other));
        }
        var body = new QueryCorrectionOffsetBody();
        body.setCorrectionOffsets(smallest);
        exchange.respond(SUCCESS, null, null, body.encode());
    }

    /** Request 314. */
    public void cloneOffsets(Exchange exchange) throws RemotingCommandException {
        var asked = exchange.read(new CloneGroupOffsetRequestHeader());
        String source = required("srcGroup", asked.getSrcGroup());
        String target = required("destGroup", asked.getDestGroup());
        boolean oneTopic = asked.getTopic() != null && !asked.getTopic().isBlank();
        Set<String> names = oneTopic ? Set.of(asked.getTopic()) : offsets.topicsOf(source);
        for (String name : names) {
            if (topics.find(name) == null) {
                continue;
            }
            if (!asked.isOffline() && !subscribesIfOnline(source, name)) {
                continue;
            }
            offsets.copy(source, target, name);
        }
        exchange.respondSuccess();
    }
}
