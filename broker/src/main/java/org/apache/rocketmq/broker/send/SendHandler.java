package org.apache.rocketmq.broker.send;

import static org.apache.rocketmq.common.protocol.ResponseCode.NO_PERMISSION;
import static org.apache.rocketmq.common.protocol.ResponseCode.TOPIC_NOT_EXIST;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SYSTEM_ERROR;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.apache.rocketmq.broker.BrokerIdentity;
import org.apache.rocketmq.broker.Refusal;
import org.apache.rocketmq.broker.retry.RetryRedirect;
import org.apache.rocketmq.broker.stats.BrokerStats;
import org.apache.rocketmq.broker.topic.TopicTable;
import org.apache.rocketmq.broker.transaction.HalfMessages;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.TopicFilterType;
import org.apache.rocketmq.common.UtilAll;
import org.apache.rocketmq.common.constant.HelpText;
import org.apache.rocketmq.common.constant.PermName;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.remoting.netty.Lane;
import org.apache.rocketmq.remoting.netty.RequestHandler;
import org.apache.rocketmq.store.MessageStore;
import org.apache.rocketmq.store.MessageToStore;
import org.apache.rocketmq.store.PutResult;

/**
 * Stores what producers send: requests 10, 310 and 320.
 *
 * <p>Runs on the event loop: a put never waits for the disk. A send that has to make its topic goes on in the send lane.
 * Thread-safe. Source: broker specification, sending.
 */
public final class SendHandler implements RequestHandler {
    private final BrokerConfig config;
    private final BrokerIdentity identity;
    private final TopicTable topics;
    private final MessageStore store;
    private final InternalPut internalPut;
    private final RetryRedirect retries;
    private final PutAnswers answers;
    private final BrokerStats stats;
    private final Lane lane;
    private final LongSupplier clockMillis;
    private final byte[] clusterEntry;

    public SendHandler(
            BrokerConfig config,
            BrokerIdentity identity,
            TopicTable topics,
            MessageStore store,
            InternalPut internalPut,
            RetryRedirect retries,
            PutAnswers answers,
            BrokerStats stats,
            Lane lane,
            LongSupplier clockMillis) {
        this.config = config;
        this.identity = identity;
        this.topics = topics;
        this.store = store;
        this.internalPut = internalPut;
        this.retries = retries;
        this.answers = answers;
        this.stats = stats;
        this.lane = lane;
        this.clockMillis = clockMillis;
        this.clusterEntry = StoredProperties.encode(MessageConst.PROPERTY_CLUSTER, identity.clusterName());
    }

    @Override
    public boolean refusesNow() {
        return store.pageCacheBusy();
    }

    @Override
    public void handle(Exchange exchange) {
        SendFields send = exchange.code() == RequestCode.SEND_MESSAGE
                ? SendFields.longNames(exchange.fields())
                : SendFields.shortNames(exchange.fields());
        if (!accepts(exchange, send)) {
            return;
        }
        TopicConfig topic = topics.find(send.topic());
        if (topic != null && !send.topic().startsWith(MixAll.RETRY_GROUP_TOPIC_PREFIX)) {
            store(exchange, send, topic);
        } else {
            // Making a topic or a group writes a file, which the event loop must not wait for.
            exchange.continueOn(lane, later -> storeAfterLookup(later, send));
        }
    }

    /** The checks that need no topic; answers and returns false when one fails. */
    private boolean accepts(Exchange exchange, SendFields send) {
        long startsAt = config.getStartAcceptSendRequestTimeStamp();
        if (clockMillis.getAsLong() < startsAt) {
            refuse(
                    exchange,
                    SYSTEM_ERROR,
                    "broker unable to service, until " + UtilAll.timeMillisToHumanString2(startsAt));
            return false;
        }
        String problem = TopicValidator.topicProblem(send.topic());
        if (problem != null) {
            refuse(exchange, SYSTEM_ERROR, problem);
            return false;
        }
        if (!topics.sendable(send.topic())) {
            refuse(exchange, NO_PERMISSION, "Sending message to topic[" + send.topic() + "] is forbidden.");
            return false;
        }
        return true;
    }

    private void storeAfterLookup(Exchange exchange, SendFields send) {
        TopicConfig topic = topics.findOrCreateForSend(
                send.topic(),
                send.defaultTopic(),
                exchange.remoteAddress(),
                send.defaultTopicQueueNums(),
                TopicTable.sysFlagOf(send.topic(), send.unitMode()));
        if (topic == null) {
            refuse(
                    exchange,
                    TOPIC_NOT_EXIST,
                    "topic[" + send.topic() + "] not exist, apply first please!" + HelpText.FAQ);
        } else {
            store(exchange, send, topic);
        }
    }

    private void store(Exchange exchange, SendFields send, TopicConfig topic) {
        // 4.9 quirk: without write permission of the broker only ordered topics refuse.
        if (topic.isOrder() && !PermName.isWriteable(config.getBrokerPermission())) {
            refuse(
                    exchange,
                    NO_PERMISSION,
                    "the broker[" + identity.advertisedHost() + "] sending message is forbidden");
            return;
        }
        if (send.queueId() >= Math.max(topic.getWriteQueueNums(), topic.getReadQueueNums())) {
            refuse(
                    exchange,
                    SYSTEM_ERROR,
                    "request queueId[" + send.queueId() + "] is illegal, " + topic + " Producer: "
                            + exchange.remoteAddress());
            return;
        }
        var message = message(exchange, send, topic);
        if (send.batch()) {
            storeBatch(exchange, send, message);
        } else {
            storeSingle(exchange, send, message);
        }
    }

    private MessageToStore message(Exchange exchange, SendFields send, TopicConfig topic) {
        var message = new MessageToStore();
        message.topic = send.topic();
        message.queueId = send.queueId() >= 0
                ? send.queueId()
                : ThreadLocalRandom.current().nextInt(Math.max(1, topic.getWriteQueueNums()));
        message.flag = send.flag();
        message.sysFlag = topic.getTopicFilterType() == TopicFilterType.MULTI_TAG
                ? send.sysFlag() | MessageSysFlag.MULTI_TAGS_FLAG
                : send.sysFlag();
        message.bornTimestamp = send.bornTimestamp();
        message.bornHost = (InetSocketAddress) exchange.channel().remoteAddress();
        message.storeHost = identity.storeHost();
        message.reconsumeTimes = send.reconsumeTimes();
        message.body = exchange.body().nioBuffer();
        return message;
    }

    private void storeBatch(Exchange exchange, SendFields send, MessageToStore message) {
        var properties = new StoredProperties(send.properties());
        if (properties.get(MessageConst.PROPERTY_DELAY_TIME_LEVEL) != null
                || MessageSysFlag.getTransactionValue(send.sysFlag()) != MessageSysFlag.TRANSACTION_NOT_TYPE) {
            answers.illegal(exchange, "a batch takes no delay level and no transaction");
            return;
        }
        message.waitStoreOk = waits(properties.get(MessageConst.PROPERTY_WAIT_STORE_MSG_OK));
        properties.remove(MessageConst.PROPERTY_CLUSTER);
        properties.append(clusterEntry);
        message.properties = properties.bytes();
        message.batch = true;
        finish(exchange, message, message.queueId, store.put(message));
    }

    private void storeSingle(Exchange exchange, SendFields send, MessageToStore message) {
        boolean retry = message.topic.startsWith(MixAll.RETRY_GROUP_TOPIC_PREFIX);
        PlainProperties plain = retry ? null : PlainProperties.of(send.properties(), clusterEntry);
        if (plain == null) {
            storeSpecial(exchange, send, message, retry);
            return;
        }
        message.properties = plain.stored();
        message.waitStoreOk = plain.waits();
        finish(exchange, message, message.queueId, store.put(message));
    }

    /** A message that is delayed, half or a retry. */
    private void storeSpecial(Exchange exchange, SendFields send, MessageToStore message, boolean retry) {
        var properties = new StoredProperties(send.properties());
        int askedQueueId = message.queueId;
        message.waitStoreOk = waits(properties.get(MessageConst.PROPERTY_WAIT_STORE_MSG_OK));
        properties.remove(MessageConst.PROPERTY_CLUSTER);
        properties.append(clusterEntry);
        if (retry) {
            Refusal refusal = retries.redirect(
                    message, exchange.request().getVersion(), send.maxReconsumeTimes(), properties::put);
            if (refusal != null) {
                refuse(exchange, refusal.code(), refusal.remark());
                return;
            }
        }
        boolean half = "true".equalsIgnoreCase(properties.get(MessageConst.PROPERTY_TRANSACTION_PREPARED));
        if (half) {
            if (config.isRejectTransactionMessage()) {
                refuse(
                        exchange,
                        NO_PERMISSION,
                        "the broker[" + identity.advertisedHost() + "] sending transaction message is forbidden");
                return;
            }
            HalfMessages.prepare(message, properties::put);
            message.properties = properties.bytes();
            finish(exchange, message, askedQueueId, internalPut.putNow(message));
            return;
        }
        if (InternalPut.delayLevelOf(properties) <= 0) {
            properties.remove(MessageConst.PROPERTY_WAIT_STORE_MSG_OK);
        }
        message.properties = properties.bytes();
        finish(exchange, message, askedQueueId, internalPut.put(message));
    }

    /** 4.9 quirk: only the text "false" switches waiting off, absence means wait. */
    private static boolean waits(String property) {
        return property == null || Boolean.parseBoolean(property);
    }

    private void finish(
            Exchange exchange, MessageToStore message, int askedQueueId, CompletableFuture<PutResult> putting) {
        String topic = message.topic;
        int queueId = message.queueId;
        if (putting.isDone() && !putting.isCompletedExceptionally()) {
            answer(exchange, topic, queueId, askedQueueId, putting.getNow(null));
            return;
        }
        putting.whenComplete((result, failure) -> {
            if (failure != null) {
                answers.failed(exchange, failure);
            } else {
                answer(exchange, topic, queueId, askedQueueId, result);
            }
        });
    }

    private void answer(Exchange exchange, String topic, int queueId, int askedQueueId, PutResult result) {
        if (result.status().stored()) {
            int bytes = (int) (result.endOffset() - result.physicalOffset());
            stats.sent(topic, queueId, result.recordSizes().length, bytes);
        }
        answers.answer(exchange, askedQueueId, result);
    }

    private void refuse(Exchange exchange, int code, String remark) {
        answers.refuse(exchange, code, remark);
    }
}
