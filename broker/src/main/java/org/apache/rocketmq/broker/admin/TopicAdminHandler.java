package org.apache.rocketmq.broker.admin;

import static org.apache.rocketmq.common.protocol.ResponseCode.TOPIC_NOT_EXIST;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SUCCESS;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SYSTEM_ERROR;

import java.util.HashMap;
import java.util.Set;
import org.apache.rocketmq.broker.request.BadRequest;
import org.apache.rocketmq.broker.request.BrokerIdentity;
import org.apache.rocketmq.broker.stats.BrokerStats;
import org.apache.rocketmq.broker.topic.TopicTable;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.admin.TopicOffset;
import org.apache.rocketmq.common.admin.TopicStatsTable;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.body.TopicList;
import org.apache.rocketmq.common.protocol.header.CreateTopicRequestHeader;
import org.apache.rocketmq.common.protocol.header.DeleteTopicRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetTopicStatsInfoRequestHeader;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.store.MessageStore;

/**
 * Topics: requests 17, 21, 202, 215, 305, and the cleaning requests 306, 316 and 329, one method each. Thread-safe. Source:
 * broker specification, topics and groups.
 */
public final class TopicAdminHandler {
    private final BrokerConfig config;
    private final BrokerIdentity identity;
    private final TopicTable topics;
    private final MessageStore store;
    private final BrokerStats stats;
    private final SlaveGuard slaveGuard;

    public TopicAdminHandler(
            BrokerConfig config,
            BrokerIdentity identity,
            TopicTable topics,
            MessageStore store,
            BrokerStats stats,
            SlaveGuard slaveGuard) {
        this.config = config;
        this.identity = identity;
        this.topics = topics;
        this.store = store;
        this.stats = stats;
        this.slaveGuard = slaveGuard;
    }

    /** Request 17. */
    public void createOrUpdate(Exchange exchange) throws RemotingCommandException {
        if (slaveGuard.refuses(exchange)) {
            return;
        }
        var asked = exchange.read(new CreateTopicRequestHeader());
        if (!acceptsName(exchange, asked.getTopic())) {
            return;
        }
        var topic = new TopicConfig(
                asked.getTopic(),
                queueNums("readQueueNums", asked.getReadQueueNums()),
                queueNums("writeQueueNums", asked.getWriteQueueNums()),
                BadRequest.required("perm", asked.getPerm()));
        topic.setTopicFilterType(asked.getTopicFilterTypeEnum());
        topic.setTopicSysFlag(asked.getTopicSysFlag() == null ? 0 : asked.getTopicSysFlag());
        topics.put(topic);
        exchange.respondSuccess();
    }

    private static int queueNums(String field, Integer count) throws BadRequest {
        if (BadRequest.required(field, count) < 0) {
            throw new BadRequest(field + "=" + count + " is negative");
        }
        return count;
    }

    /** Request 215. */
    public void delete(Exchange exchange) throws RemotingCommandException {
        if (slaveGuard.refuses(exchange)) {
            return;
        }
        String topic = exchange.read(new DeleteTopicRequestHeader()).getTopic();
        if (!acceptsName(exchange, topic)) {
            return;
        }
        topics.remove(topic);
        store.deleteTopic(topic);
        if (config.isAutoDeleteUnusedStats()) {
            stats.forgetTopic(topic);
        }
        exchange.respondSuccess();
    }

    private boolean acceptsName(Exchange exchange, String topic) {
        String problem = TopicValidator.topicProblem(topic);
        if (problem == null && topics.isSystem(topic)) {
            problem = "The topic[" + topic + "] is conflict with system topic.";
        }
        if (problem != null) {
            exchange.respond(SYSTEM_ERROR, problem);
        }
        return problem == null;
    }

    /** Request 21. */
    public void all(Exchange exchange) {
        exchange.respond(SUCCESS, null, null, topics.snapshot().encode());
    }

    /** Request 202. */
    public void status(Exchange exchange) throws RemotingCommandException {
        String name = exchange.read(new GetTopicStatsInfoRequestHeader()).getTopic();
        TopicConfig topic = name == null ? null : topics.find(name);
        if (topic == null) {
            exchange.respond(TOPIC_NOT_EXIST, "topic[" + name + "] not exist");
            return;
        }
        HashMap<MessageQueue, TopicOffset> table = new HashMap<>();
        for (int queueId = 0; queueId < topic.getWriteQueueNums(); queueId++) {
            var offset = new TopicOffset();
            long max = Math.max(0, store.maxOffset(name, queueId));
            offset.setMinOffset(Math.max(0, store.minOffset(name, queueId)));
            offset.setMaxOffset(max);
            offset.setLastUpdateTimestamp(max > 0 ? store.storeTimeOf(name, queueId, max - 1) : 0);
            table.put(new MessageQueue(name, identity.brokerName(), queueId), offset);
        }
        var body = new TopicStatsTable();
        body.setOffsetTable(table);
        exchange.respond(SUCCESS, null, null, body.encode());
    }

    /** Request 305. */
    public void systemTopics(Exchange exchange) {
        Set<String> names = topics.systemNames();
        var body = new TopicList();
        body.setTopicList(names);
        exchange.respond(SUCCESS, null, null, body.encode());
    }

    /** Request 316. */
    public void cleanUnused(Exchange exchange) {
        store.deleteTopicsExcept(Set.copyOf(topics.names()));
        exchange.respondSuccess();
    }

    /** Request 306. */
    public void cleanExpiredQueues(Exchange exchange) {
        store.deleteExpiredQueues();
        exchange.respondSuccess();
    }

    /** Request 329. */
    public void deleteExpiredLog(Exchange exchange) {
        store.deleteExpiredSegments();
        exchange.respondSuccess();
    }
}
