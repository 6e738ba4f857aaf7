package org.apache.rocketmq.broker.offset;

import static org.apache.rocketmq.broker.request.BadRequest.required;
import static org.apache.rocketmq.common.protocol.ResponseCode.QUERY_NOT_FOUND;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SUCCESS;

import org.apache.rocketmq.common.protocol.header.GetEarliestMsgStoretimeRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetEarliestMsgStoretimeResponseHeader;
import org.apache.rocketmq.common.protocol.header.GetMaxOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetMaxOffsetResponseHeader;
import org.apache.rocketmq.common.protocol.header.GetMinOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetMinOffsetResponseHeader;
import org.apache.rocketmq.common.protocol.header.QueryConsumerOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.header.QueryConsumerOffsetResponseHeader;
import org.apache.rocketmq.common.protocol.header.SearchOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.header.SearchOffsetResponseHeader;
import org.apache.rocketmq.common.protocol.header.UpdateConsumerOffsetRequestHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.store.MessageStore;

/**
 * Offsets of groups and of queues: requests 14, 15, 29, 30, 31, 32 and 43, one method each. Those that only look at memory are
 * served on the event loop, the searches on the admin lane. Thread-safe. Source: broker specification, offsets.
 */
public final class OffsetHandler {
    private final ConsumerOffsets offsets;
    private final MessageStore store;

    public OffsetHandler(ConsumerOffsets offsets, MessageStore store) {
        this.offsets = offsets;
        this.store = store;
    }

    /** Request 14. */
    public void query(Exchange exchange) throws RemotingCommandException {
        var asked = exchange.read(new QueryConsumerOffsetRequestHeader());
        String topic = required("topic", asked.getTopic());
        int queueId = required("queueId", asked.getQueueId());
        long offset = offsets.find(required("consumerGroup", asked.getConsumerGroup()), topic, queueId);
        if (offset < 0 && startsAtZero(topic, queueId)) {
            // 4.9 quirk: a new group on a young queue starts at 0 whatever its consumeFromWhere says.
            offset = 0;
        }
        if (offset < 0) {
            exchange.respond(QUERY_NOT_FOUND, "Not found, V3_0_6_SNAPSHOT maybe this group consumer boot first");
            return;
        }
        var answer = new QueryConsumerOffsetResponseHeader();
        answer.setOffset(offset);
        exchange.respond(answer);
    }

    /** Whether nothing of the queue was deleted and its first message is still in memory. */
    private boolean startsAtZero(String topic, int queueId) {
        if (store.minOffset(topic, queueId) > 0) {
            return false;
        }
        long first = store.physicalOffsetOf(topic, queueId, 0);
        return first < 0 || store.likelyInMemory(first);
    }

    /** Request 15. */
    public void update(Exchange exchange) throws RemotingCommandException {
        var asked = exchange.read(new UpdateConsumerOffsetRequestHeader());
        offsets.commit(
                exchange.remoteAddress(),
                required("consumerGroup", asked.getConsumerGroup()),
                required("topic", asked.getTopic()),
                required("queueId", asked.getQueueId()),
                required("commitOffset", asked.getCommitOffset()));
        exchange.respondSuccess();
    }

    /** Request 29. */
    public void search(Exchange exchange) throws RemotingCommandException {
        var asked = exchange.read(new SearchOffsetRequestHeader());
        var answer = new SearchOffsetResponseHeader();
        answer.setOffset(store.offsetByTime(
                required("topic", asked.getTopic()),
                required("queueId", asked.getQueueId()),
                required("timestamp", asked.getTimestamp())));
        exchange.respond(answer);
    }

    /** Request 30. */
    public void max(Exchange exchange) throws RemotingCommandException {
        var asked = exchange.read(new GetMaxOffsetRequestHeader());
        var answer = new GetMaxOffsetResponseHeader();
        answer.setOffset(store.maxOffset(required("topic", asked.getTopic()), required("queueId", asked.getQueueId())));
        exchange.respond(answer);
    }

    /** Request 31. */
    public void min(Exchange exchange) throws RemotingCommandException {
        var asked = exchange.read(new GetMinOffsetRequestHeader());
        var answer = new GetMinOffsetResponseHeader();
        answer.setOffset(store.minOffset(required("topic", asked.getTopic()), required("queueId", asked.getQueueId())));
        exchange.respond(answer);
    }

    /** Request 32. */
    public void earliestStoreTime(Exchange exchange) throws RemotingCommandException {
        var asked = exchange.read(new GetEarliestMsgStoretimeRequestHeader());
        var answer = new GetEarliestMsgStoretimeResponseHeader();
        answer.setTimestamp(
                store.earliestStoreTime(required("topic", asked.getTopic()), required("queueId", asked.getQueueId())));
        exchange.respond(answer);
    }

    /** Request 43. */
    public void all(Exchange exchange) {
        exchange.respond(SUCCESS, null, null, offsets.snapshot().encode());
    }
}
