package org.apache.rocketmq.client.impl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.rocketmq.client.QueryResult;
import org.apache.rocketmq.client.broker.TopicApi.Found;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.client.route.TopicRoute;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.protocol.NamespaceUtil;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.header.QueryMessageRequestHeader;
import org.apache.rocketmq.common.protocol.route.BrokerData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks messages up by key on all brokers of a topic at once. Source: client behaviour, section 5.9. */
final class MessageLookup {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);
    private static final long BROKER_TIMEOUT_MILLIS = 18_000;
    private static final long TOTAL_TIMEOUT_MILLIS = 24_000;

    private final MQClientInstance instance;

    MessageLookup(MQClientInstance instance) {
        this.instance = instance;
    }

    QueryResult find(String topic, String key, int maxNum, long begin, long end, boolean unique)
            throws MQClientException, InterruptedException {
        List<CompletableFuture<Found>> asked = new ArrayList<>();
        for (String address : addresses(topic)) {
            QueryMessageRequestHeader header = new QueryMessageRequestHeader();
            header.setTopic(topic);
            header.setKey(key);
            header.setMaxNum(maxNum);
            header.setBeginTimestamp(begin);
            header.setEndTimestamp(end);
            asked.add(instance.topicApi().queryMessage(address, header, unique, BROKER_TIMEOUT_MILLIS));
        }
        long indexTimestamp = 0;
        List<MessageExt> messages = new ArrayList<>();
        for (Found found : answers(asked)) {
            indexTimestamp = Math.max(indexTimestamp, found.indexTimestamp());
            for (MessageExt message : found.messages()) {
                if (unique) {
                    keepOldest(messages, message, key);
                } else if (topic.equals(message.getTopic()) && hasKey(message, key)) {
                    messages.add(message);
                }
            }
        }
        if (messages.isEmpty()) {
            throw new MQClientException(ResponseCode.NO_MESSAGE, "query message by key finished, but no message.");
        }
        String namespace = instance.getClientConfig().getNamespace();
        for (MessageExt message : messages) {
            message.setTopic(NamespaceUtil.withoutNamespace(message.getTopic(), namespace));
        }
        return new QueryResult(indexTimestamp, messages);
    }

    private Set<String> addresses(String topic) throws MQClientException {
        TopicRoute route = instance.routes().find(topic);
        if (route == null) {
            instance.routes().refresh(topic);
            route = instance.routes().find(topic);
        }
        Set<String> addresses = new LinkedHashSet<>();
        if (route != null) {
            for (BrokerData broker : route.data().getBrokerDatas()) {
                String address = broker.selectBrokerAddr();
                if (address != null) {
                    addresses.add(address);
                }
            }
        }
        if (addresses.isEmpty()) {
            throw new MQClientException(
                    ResponseCode.TOPIC_NOT_EXIST, "The topic[" + topic + "] not matched route info");
        }
        return addresses;
    }

    /** The answers that came in time; a broker that fails is logged and left out. */
    private static List<Found> answers(List<CompletableFuture<Found>> asked) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TOTAL_TIMEOUT_MILLIS);
        List<Found> answers = new ArrayList<>(asked.size());
        for (CompletableFuture<Found> future : asked) {
            try {
                answers.add(future.get(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS));
            } catch (ExecutionException | TimeoutException e) {
                LOG.warn("a broker did not answer a message query: {}", e.toString());
            }
        }
        return answers;
    }

    private static void keepOldest(List<MessageExt> messages, MessageExt message, String key) {
        if (!key.equals(message.getMsgId())) {
            return;
        }
        if (messages.isEmpty()) {
            messages.add(message);
        } else if (message.getStoreTimestamp() < messages.get(0).getStoreTimestamp()) {
            messages.set(0, message);
        }
    }

    private static boolean hasKey(MessageExt message, String key) {
        String keys = message.getKeys();
        if (keys == null) {
            return false;
        }
        for (String one : keys.split(MessageConst.KEY_SEPARATOR)) {
            if (one.equals(key)) {
                return true;
            }
        }
        return false;
    }
}
