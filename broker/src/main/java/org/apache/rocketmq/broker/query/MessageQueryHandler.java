package org.apache.rocketmq.broker.query;

import static org.apache.rocketmq.broker.request.BadRequest.required;
import static org.apache.rocketmq.common.protocol.ResponseCode.QUERY_NOT_FOUND;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SUCCESS;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SYSTEM_ERROR;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.rocketmq.broker.client.ConsumerGroups;
import org.apache.rocketmq.broker.filter.TagFilter;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.protocol.body.ConsumeQueueData;
import org.apache.rocketmq.common.protocol.body.QueryConsumeQueueResponseBody;
import org.apache.rocketmq.common.protocol.header.QueryConsumeQueueRequestHeader;
import org.apache.rocketmq.common.protocol.header.QueryMessageRequestHeader;
import org.apache.rocketmq.common.protocol.header.QueryMessageResponseHeader;
import org.apache.rocketmq.common.protocol.header.ViewMessageRequestHeader;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.store.MessageStore;
import org.apache.rocketmq.store.RecordFilter;
import org.apache.rocketmq.store.RecordSlice;
import org.apache.rocketmq.store.config.MessageStoreConfig;

/** Requests 12, 33 and 321, one method each. Thread-safe. Source: broker specification, message queries. */
public final class MessageQueryHandler {
    /** Most queue units in one answer. */
    private static final int MAX_UNITS = 10_000;

    private final MessageStoreConfig config;
    private final MessageStore store;
    private final ConsumerGroups consumers;

    public MessageQueryHandler(MessageStoreConfig config, MessageStore store, ConsumerGroups consumers) {
        this.config = config;
        this.store = store;
        this.consumers = consumers;
    }

    /** Request 12. */
    public void byKey(Exchange exchange) throws RemotingCommandException {
        var asked = exchange.read(new QueryMessageRequestHeader());
        boolean unique = Boolean.TRUE.equals(exchange.fields().getBoolean(MixAll.UNIQUE_MSG_QUERY_FLAG));
        int maxCount = unique ? config.getDefaultQueryMaxNum() : required("maxNum", asked.getMaxNum());
        MessageStore.KeyQueryResult found = store.query(
                required("topic", asked.getTopic()),
                required("key", asked.getKey()),
                maxCount,
                required("beginTimestamp", asked.getBeginTimestamp()),
                required("endTimestamp", asked.getEndTimestamp()));
        if (found.slices().isEmpty()) {
            found.close();
            exchange.respond(QUERY_NOT_FOUND, "can not find message, maybe time range not correct");
            return;
        }
        var answer = new QueryMessageResponseHeader();
        answer.setIndexLastUpdateTimestamp(found.lastUpdateTimestamp());
        answer.setIndexLastUpdatePhyoffset(found.lastUpdatePhysicalOffset());
        List<ByteBuffer> records = new ArrayList<>(found.slices().size());
        found.slices().forEach(slice -> records.add(slice.buffer()));
        exchange.respond(SUCCESS, null, answer, records, found::close);
    }

    /** Request 33. */
    public void byOffset(Exchange exchange) throws RemotingCommandException {
        var asked = exchange.read(new ViewMessageRequestHeader());
        RecordSlice record = asked.getOffset() == null ? null : store.recordAt(asked.getOffset());
        if (record == null) {
            exchange.respond(SYSTEM_ERROR, "can not find message by the offset, " + asked.getOffset());
            return;
        }
        exchange.respond(SUCCESS, null, null, List.of(record.buffer()), record::close);
    }

    /** Request 321. */
    public void queueUnits(Exchange exchange) throws RemotingCommandException {
        var asked = exchange.read(new QueryConsumeQueueRequestHeader());
        String topic = required("topic", asked.getTopic());
        if (!store.queues().getOrDefault(topic, Set.of()).contains(asked.getQueueId())) {
            exchange.respond(SYSTEM_ERROR, asked.getQueueId() + "@" + asked.getTopic() + " is not exist!");
            return;
        }
        List<MessageStore.QueueUnit> units =
                store.queueUnits(topic, asked.getQueueId(), asked.getIndex(), Math.min(asked.getCount(), MAX_UNITS));
        if (units.isEmpty()) {
            exchange.respond(
                    SUCCESS,
                    "Index " + asked.getIndex() + " of " + asked.getQueueId() + "@" + asked.getTopic()
                            + " is not exist!");
            return;
        }
        var body = new QueryConsumeQueueResponseBody();
        body.setMinQueueIndex(store.minOffset(asked.getTopic(), asked.getQueueId()));
        body.setMaxQueueIndex(store.maxOffset(asked.getTopic(), asked.getQueueId()));
        RecordFilter filter = describeFilter(asked, body);
        List<ConsumeQueueData> data = new ArrayList<>(units.size());
        units.forEach(unit -> data.add(describe(unit, filter)));
        body.setQueueData(data);
        exchange.respond(SUCCESS, null, null, body.encode());
    }

    /** The tag filter of the group asked about, noted in the answer; null when none was asked for. */
    private RecordFilter describeFilter(QueryConsumeQueueRequestHeader asked, QueryConsumeQueueResponseBody body) {
        if (asked.getConsumerGroup() == null || asked.getConsumerGroup().isBlank()) {
            return null;
        }
        SubscriptionData subscription = consumers.subscription(asked.getConsumerGroup(), asked.getTopic());
        body.setSubscriptionData(subscription);
        if (subscription == null) {
            body.setFilterData(asked.getConsumerGroup() + "@" + asked.getTopic() + " is not online!");
            return null;
        }
        return TagFilter.of(subscription.getCodeSet());
    }

    private static ConsumeQueueData describe(MessageStore.QueueUnit unit, RecordFilter filter) {
        var data = new ConsumeQueueData();
        data.setPhysicOffset(unit.physicalOffset());
        data.setPhysicSize(unit.recordSize());
        data.setTagsCode(unit.tagsCode());
        if (filter != null) {
            data.setEval(filter.matchesQueueUnit(unit.tagsCode(), unit.bitmap()));
        }
        return data;
    }
}
