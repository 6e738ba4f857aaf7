package org.apache.rocketmq.broker.send;

import static org.apache.rocketmq.common.protocol.ResponseCode.NO_PERMISSION;

import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.apache.rocketmq.broker.put.InternalPut;
import org.apache.rocketmq.broker.put.PlainProperties;
import org.apache.rocketmq.broker.put.StoredProperties;
import org.apache.rocketmq.broker.request.BrokerIdentity;
import org.apache.rocketmq.broker.request.Refusal;
import org.apache.rocketmq.broker.retry.RetryRedirect;
import org.apache.rocketmq.broker.stats.BrokerStats;
import org.apache.rocketmq.broker.topic.TopicTable;
import org.apache.rocketmq.broker.transaction.HalfMessages;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;
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
    private final SendChecks checks;
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
        this.checks = new SendChecks(config, identity, topics, clockMillis);
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
        Refusal refusal = checks.beforeTopic(send);
        if (refusal != null) {
            refuse(exchange, refusal.code(), refusal.remark());
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

    private void storeAfterLookup(Exchange exchange, SendFields send) {
        TopicConfig topic = checks.findOrCreate(exchange, send);
        if (topic == null) {
            Refusal refusal = checks.unknownTopic(send);
            refuse(exchange, refusal.code(), refusal.remark());
        } else {
            store(exchange, send, topic);
        }
    }

    private void store(Exchange exchange, SendFields send, TopicConfig topic) {
        Refusal refusal = checks.ofTopic(exchange, send, topic);
        if (refusal != null) {
            refuse(exchange, refusal.code(), refusal.remark());
            return;
        }
        var message = checks.message(exchange, send, topic);
        if (send.batch()) {
            storeBatch(exchange, send, message);
        } else {
            storeSingle(exchange, send, message);
        }
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
