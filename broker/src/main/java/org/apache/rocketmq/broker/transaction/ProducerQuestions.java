package org.apache.rocketmq.broker.transaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.channel.Channel;
import java.nio.ByteBuffer;
import org.apache.rocketmq.broker.client.BrokerToClient;
import org.apache.rocketmq.broker.client.ProducerGroups;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.RecordLayout;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.header.CheckTransactionStateRequestHeader;
import org.apache.rocketmq.store.MessageStore;
import org.apache.rocketmq.store.PutResult;
import org.apache.rocketmq.store.RecordSlice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a producer how a transaction ended: request 39, oneway, to any online member of the group that sent the message, so
 * that another process answers for one that died. Confined to the asking thread. Source: broker specification,
 * CHECK_TRANSACTION_STATE.
 */
final class ProducerQuestions {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.TRANSACTION_LOGGER_NAME);

    private static final int TRIES = 3;
    private static final long BUDGET_MILLIS = 10;

    private final MessageStore store;
    private final ProducerGroups producers;
    private final BrokerToClient toClient;

    ProducerQuestions(MessageStore store, ProducerGroups producers, BrokerToClient toClient) {
        this.store = store;
        this.producers = producers;
        this.toClient = toClient;
    }

    /** Whether anybody could answer for the group now. */
    boolean possible(String producerGroup) {
        return producerGroup != null && producers.anyOf(producerGroup) != null;
    }

    /**
     * Sends the question about a half message that has just been put back.
     *
     * @param copy where it lies now: the answer has to name this place
     */
    void ask(HalfMessage half, PutResult copy) {
        byte[] body = bodyOf(half, copy);
        if (body == null) {
            log.error("half message {} is gone right after it was put back", copy);
            return;
        }
        var header = new CheckTransactionStateRequestHeader();
        header.setTranStateTableOffset(copy.queueOffset());
        header.setCommitLogOffset(copy.physicalOffset());
        String uniqueId = half.properties().get(MessageConst.PROPERTY_UNIQ_CLIENT_MESSAGE_ID_KEYIDX);
        header.setMsgId(uniqueId);
        header.setTransactionId(uniqueId);
        header.setOffsetMsgId(MessageDecoder.createMessageId(half.message().storeHost, copy.physicalOffset()));
        for (int i = 0; i < TRIES; i++) {
            Channel channel = producers.anyOf(half.producerGroup());
            if (channel == null) {
                break;
            }
            if (toClient.tell(channel, RequestCode.CHECK_TRANSACTION_STATE, header, body, BUDGET_MILLIS)) {
                log.debug("asked {} about {}", channel.remoteAddress(), uniqueId);
                return;
            }
        }
        log.warn("nobody of producer group {} could be asked about {}", half.producerGroup(), uniqueId);
    }

    private byte[] bodyOf(HalfMessage half, PutResult copy) {
        try (RecordSlice slice = store.recordAt(copy.physicalOffset())) {
            return slice == null ? null : asSent(slice.buffer(), half.realTopic(), half.realQueueId());
        }
    }

    /** The record with topic and queue as the producer knows them. */
    static byte[] asSent(ByteBuffer record, String realTopic, int realQueueId) {
        byte[] topic = realTopic.getBytes(UTF_8);
        int start = record.position();
        int topicAt = RecordLayout.topicAt(record, start);
        int behindTopic = topicAt + RecordLayout.topicLength(record, topicAt);
        int end = start + RecordLayout.totalSize(record, start);
        ByteBuffer sent = ByteBuffer.allocate(topicAt - start + topic.length + end - behindTopic);
        sent.put(record.slice(start, topicAt - start));
        sent.put(sent.position() - 1, (byte) topic.length);
        sent.put(topic);
        sent.put(record.slice(behindTopic, end - behindTopic));
        sent.putInt(RecordLayout.TOTAL_SIZE, sent.capacity());
        sent.putInt(RecordLayout.QUEUE_ID, realQueueId);
        return sent.array();
    }
}
