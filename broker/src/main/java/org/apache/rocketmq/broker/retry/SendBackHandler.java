package org.apache.rocketmq.broker.retry;

import static org.apache.rocketmq.broker.request.BadRequest.required;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SYSTEM_ERROR;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.rocketmq.broker.group.GroupTable;
import org.apache.rocketmq.broker.put.InternalPut;
import org.apache.rocketmq.broker.request.BrokerIdentity;
import org.apache.rocketmq.broker.request.Refusal;
import org.apache.rocketmq.broker.stats.BrokerStats;
import org.apache.rocketmq.broker.topic.TopicTable;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.constant.HelpText;
import org.apache.rocketmq.common.constant.PermName;
import org.apache.rocketmq.common.message.MessageAccessor;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.header.ConsumerSendMsgBackRequestHeader;
import org.apache.rocketmq.common.subscription.SubscriptionGroupConfig;
import org.apache.rocketmq.common.sysflag.TopicSysFlag;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.remoting.netty.RequestHandler;
import org.apache.rocketmq.store.MessageStore;
import org.apache.rocketmq.store.MessageToStore;
import org.apache.rocketmq.store.PutStatus;
import org.apache.rocketmq.store.RecordSlice;

/**
 * Takes back a message that a consumer could not handle: request 36. Runs on the send lane. Thread-safe. Source: broker
 * specification, CONSUMER_SEND_MSG_BACK.
 */
public final class SendBackHandler implements RequestHandler {
    /** Level of the first retry when the consumer leaves the delay to the broker. */
    private static final int FIRST_RETRY_LEVEL = 3;

    private final BrokerConfig config;
    private final BrokerIdentity identity;
    private final GroupTable groups;
    private final TopicTable topics;
    private final DeadLetters deadLetters;
    private final MessageStore store;
    private final InternalPut internalPut;
    private final BrokerStats stats;

    public SendBackHandler(
            BrokerConfig config,
            BrokerIdentity identity,
            GroupTable groups,
            TopicTable topics,
            MessageStore store,
            InternalPut internalPut,
            BrokerStats stats) {
        this.config = config;
        this.identity = identity;
        this.groups = groups;
        this.topics = topics;
        this.deadLetters = new DeadLetters(topics);
        this.store = store;
        this.internalPut = internalPut;
        this.stats = stats;
    }

    @Override
    public boolean refusesNow() {
        return store.pageCacheBusy();
    }

    @Override
    public void handle(Exchange exchange) throws RemotingCommandException {
        var header = exchange.read(new ConsumerSendMsgBackRequestHeader());
        required("offset", header.getOffset());
        required("delayLevel", header.getDelayLevel());
        SubscriptionGroupConfig group = groups.find(required("group", header.getGroup()));
        Refusal refusal = check(header, group);
        if (refusal != null) {
            exchange.respond(refusal.code(), refusal.remark());
            return;
        }
        if (group.getRetryQueueNums() <= 0) {
            exchange.respondSuccess();
            return;
        }
        String problem = TopicValidator.topicProblem(MixAll.getRetryTopic(header.getGroup()));
        if (problem != null) {
            exchange.respond(SYSTEM_ERROR, problem);
            return;
        }
        TopicConfig retryTopic = retryTopic(header, group);
        if (!PermName.isWriteable(retryTopic.getPerm())) {
            exchange.respond(
                    ResponseCode.NO_PERMISSION,
                    "the topic[" + retryTopic.getTopicName() + "] sending message is forbidden");
            return;
        }
        MessageExt original = messageAt(header.getOffset());
        if (original == null) {
            exchange.respond(SYSTEM_ERROR, "look message by offset failed, " + header.getOffset());
            return;
        }
        int limit = limitOf(exchange, header, group);
        putBack(exchange, header, original, retryTopic, group.getRetryQueueNums(), limit);
    }

    private Refusal check(ConsumerSendMsgBackRequestHeader header, SubscriptionGroupConfig group) {
        if (group == null) {
            return new Refusal(
                    ResponseCode.SUBSCRIPTION_GROUP_NOT_EXIST,
                    "subscription group not exist, " + header.getGroup() + " " + HelpText.FAQ);
        }
        if (!PermName.isWriteable(config.getBrokerPermission())) {
            return new Refusal(
                    ResponseCode.NO_PERMISSION,
                    "the broker[" + identity.advertisedHost() + "] sending message is forbidden");
        }
        return null;
    }

    private TopicConfig retryTopic(ConsumerSendMsgBackRequestHeader header, SubscriptionGroupConfig group) {
        int sysFlag = header.isUnitMode() ? TopicSysFlag.buildSysFlag(false, true) : 0;
        return topics.findOrCreate(
                MixAll.getRetryTopic(header.getGroup()),
                group.getRetryQueueNums(),
                PermName.PERM_READ | PermName.PERM_WRITE,
                sysFlag);
    }

    private static int limitOf(
            Exchange exchange, ConsumerSendMsgBackRequestHeader header, SubscriptionGroupConfig group) {
        Integer asked = header.getMaxReconsumeTimes();
        boolean counts = exchange.request().getVersion() >= RetryRedirect.MAX_RECONSUME_TIMES_SINCE && asked != null;
        return counts ? asked : group.getRetryMaxTimes();
    }

    /** The message as stored: the body stays compressed when it is. */
    private MessageExt messageAt(long physicalOffset) {
        try (RecordSlice record = store.recordAt(physicalOffset)) {
            return record == null ? null : MessageDecoder.decode(record.buffer(), true, false);
        }
    }

    private void putBack(
            Exchange exchange,
            ConsumerSendMsgBackRequestHeader header,
            MessageExt original,
            TopicConfig retryTopic,
            int retryQueueNums,
            int limit) {
        String firstTopic = original.getProperty(MessageConst.PROPERTY_RETRY_TOPIC);
        if (firstTopic == null) {
            firstTopic = original.getTopic();
            MessageAccessor.putProperty(original, MessageConst.PROPERTY_RETRY_TOPIC, firstTopic);
        }
        MessageAccessor.putProperty(original, MessageConst.PROPERTY_WAIT_STORE_MSG_OK, "false");
        if (MessageAccessor.getOriginMessageId(original) == null) {
            MessageAccessor.setOriginMessageId(
                    original, MessageDecoder.createMessageId(original.getStoreHost(), original.getCommitLogOffset()));
        }

        var message = copyOf(original);
        boolean dead = original.getReconsumeTimes() >= limit || header.getDelayLevel() < 0;
        int level = dead
                ? 0
                : header.getDelayLevel() == 0
                        ? FIRST_RETRY_LEVEL + original.getReconsumeTimes()
                        : header.getDelayLevel();
        MessageAccessor.putProperty(original, MessageConst.PROPERTY_DELAY_TIME_LEVEL, String.valueOf(level));
        message.topic = dead ? deadLetters.topicOf(header.getGroup()).getTopicName() : retryTopic.getTopicName();
        message.queueId =
                dead ? DeadLetters.QUEUE_ID : ThreadLocalRandom.current().nextInt(retryQueueNums);
        message.properties = MessageDecoder.messageProperties2String(original.getProperties())
                .getBytes(StandardCharsets.UTF_8);

        String countedTopic = firstTopic;
        internalPut.put(message).whenComplete((result, failure) -> {
            if (failure != null) {
                exchange.respond(SYSTEM_ERROR, failure.toString());
            } else if (result.status() == PutStatus.PUT_OK) {
                stats.sentBack(header.getGroup(), countedTopic);
                exchange.respondSuccess();
            } else {
                exchange.respond(SYSTEM_ERROR, result.status().name());
            }
        });
    }

    private static MessageToStore copyOf(MessageExt original) {
        var message = new MessageToStore();
        message.flag = original.getFlag();
        message.sysFlag = original.getSysFlag();
        message.bornTimestamp = original.getBornTimestamp();
        message.bornHost = (InetSocketAddress) original.getBornHost();
        message.storeHost = (InetSocketAddress) original.getStoreHost();
        message.reconsumeTimes = original.getReconsumeTimes() + 1;
        message.body = original.getBody() == null ? ByteBuffer.allocate(0) : ByteBuffer.wrap(original.getBody());
        message.waitStoreOk = false;
        return message;
    }
}
