package org.apache.rocketmq.broker.send;

import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SUCCESS;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SYSTEM_ERROR;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import org.apache.rocketmq.broker.client.BrokerToClient;
import org.apache.rocketmq.broker.client.ProducerGroups;
import org.apache.rocketmq.broker.put.InternalPut;
import org.apache.rocketmq.broker.put.StoredProperties;
import org.apache.rocketmq.broker.request.BrokerIdentity;
import org.apache.rocketmq.broker.request.Refusal;
import org.apache.rocketmq.broker.stats.BrokerStats;
import org.apache.rocketmq.broker.topic.TopicTable;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.header.ReplyMessageRequestHeader;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.remoting.netty.RequestHandler;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.store.MessageToStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the reply to a request message to the producer that waits for it: requests 324 and 325 in, 326 out. Waits for that
 * producer, so it runs on the reply lane. Thread-safe. Source: broker specification, SEND_REPLY_MESSAGE.
 */
public final class ReplyHandler implements RequestHandler {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.BROKER_LOGGER_NAME);

    private static final long PUSH_TIMEOUT_MILLIS = 10_000;
    /** Id in the answer when the reply was not stored. */
    private static final byte[] NOT_STORED = {'0'};

    private final BrokerConfig config;
    private final BrokerIdentity identity;
    private final SendChecks checks;
    private final ProducerGroups producers;
    private final BrokerToClient toClient;
    private final InternalPut internalPut;
    private final BrokerStats stats;
    private final OffsetMessageIds ids;
    private final LongSupplier clockMillis;

    public ReplyHandler(
            BrokerConfig config,
            BrokerIdentity identity,
            TopicTable topics,
            ProducerGroups producers,
            BrokerToClient toClient,
            InternalPut internalPut,
            BrokerStats stats,
            LongSupplier clockMillis) {
        this.config = config;
        this.identity = identity;
        this.checks = new SendChecks(config, identity, topics, clockMillis);
        this.producers = producers;
        this.toClient = toClient;
        this.internalPut = internalPut;
        this.stats = stats;
        this.ids = new OffsetMessageIds(identity.storeHost());
        this.clockMillis = clockMillis;
    }

    @Override
    public void handle(Exchange exchange) throws InterruptedException {
        boolean longNames = exchange.code() == RequestCode.SEND_REPLY_MESSAGE;
        SendFields send =
                longNames ? SendFields.longNames(exchange.fields()) : SendFields.shortNames(exchange.fields());
        Refusal refusal = checks.beforeTopic(send);
        TopicConfig topic = refusal == null ? checks.findOrCreate(exchange, send) : null;
        if (refusal == null) {
            refusal = topic == null ? checks.unknownTopic(send) : checks.ofTopic(exchange, send, topic);
        }
        if (refusal != null) {
            exchange.respond(
                    refusal.code(),
                    refusal.remark(),
                    SendAnswer.refused(config.getRegionId(), config.isTraceOn()),
                    null);
            return;
        }
        MessageToStore message = checks.message(exchange, send, topic);
        message.properties = send.properties();
        String producerGroup = exchange.fields().getString(longNames ? "producerGroup" : "a");
        String problem = push(exchange, send, message, producerGroup);
        if (problem != null) {
            log.warn("reply of {} in topic {}: {}", exchange.remoteAddress(), send.topic(), problem);
        }
        if (config.isStoreReplyMessageEnable()) {
            store(exchange, message, problem);
        } else {
            answer(exchange, problem, NOT_STORED, message.queueId, 0);
        }
    }

    /** Hands the reply to the producer; null, or why it did not get it. */
    private String push(Exchange exchange, SendFields send, MessageToStore message, String producerGroup)
            throws InterruptedException {
        var properties = new StoredProperties(send.properties());
        String clientId = properties.get(MessageConst.PROPERTY_MESSAGE_REPLY_TO_CLIENT);
        if (clientId == null) {
            return "reply message properties[" + MessageConst.PROPERTY_MESSAGE_REPLY_TO_CLIENT + "] is null";
        }
        Channel channel = producers.channelOf(clientId);
        if (channel == null) {
            return "push reply message fail, channel of <" + clientId + "> not found.";
        }
        long now = clockMillis.getAsLong();
        properties.put(MessageConst.PROPERTY_PUSH_REPLY_TIME, String.valueOf(now));
        var header = header(exchange, send, message, producerGroup, now);
        header.setProperties(new String(properties.bytes(), StandardCharsets.UTF_8));
        RemotingCommand request =
                RemotingCommand.createRequestCommand(RequestCode.PUSH_REPLY_MESSAGE_TO_CLIENT, header);
        request.setBody(ByteBufUtil.getBytes(exchange.body()));
        String failed = "push reply message to " + clientId + "fail.";
        try {
            return toClient.ask(channel, request, PUSH_TIMEOUT_MILLIS).getCode() == SUCCESS ? null : failed;
        } catch (RemotingException e) {
            log.warn("a reply could not be pushed to {}: {}", clientId, e.getMessage());
            return failed;
        }
    }

    private ReplyMessageRequestHeader header(
            Exchange exchange, SendFields send, MessageToStore message, String producerGroup, long now) {
        var header = new ReplyMessageRequestHeader();
        header.setBornHost(exchange.remoteAddress());
        header.setStoreHost(identity.address());
        header.setStoreTimestamp(now);
        header.setProducerGroup(producerGroup);
        header.setTopic(send.topic());
        header.setDefaultTopic(send.defaultTopic());
        header.setDefaultTopicQueueNums(send.defaultTopicQueueNums());
        header.setQueueId(message.queueId);
        header.setSysFlag(send.sysFlag());
        header.setBornTimestamp(send.bornTimestamp());
        header.setFlag(send.flag());
        header.setReconsumeTimes(send.reconsumeTimes());
        header.setUnitMode(send.unitMode());
        return header;
    }

    /** 4.9 quirk: whether the reply could be stored changes the place in the answer, not its code. */
    private void store(Exchange exchange, MessageToStore message, String problem) {
        String topic = message.topic;
        int queueId = message.queueId;
        internalPut.put(message).whenComplete((result, failure) -> {
            if (failure == null && result.status().stored()) {
                stats.sent(topic, queueId, 1, (int) (result.endOffset() - result.physicalOffset()));
                byte[] msgId = ids.of(result.physicalOffset(), result.recordSizes());
                answer(exchange, problem, msgId, queueId, result.queueOffset());
            } else {
                log.warn("a reply could not be stored in {}: {}", topic, failure != null ? failure : result);
                answer(exchange, problem, NOT_STORED, queueId, 0);
            }
        });
    }

    private void answer(Exchange exchange, String problem, byte[] msgId, int queueId, long queueOffset) {
        var header = new SendAnswer(msgId, queueId, queueOffset, config.getRegionId(), config.isTraceOn());
        exchange.respond(problem == null ? SUCCESS : SYSTEM_ERROR, problem, header, null);
    }
}
