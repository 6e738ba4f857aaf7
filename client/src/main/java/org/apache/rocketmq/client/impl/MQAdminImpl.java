package org.apache.rocketmq.client.impl;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.rocketmq.client.QueryResult;
import org.apache.rocketmq.client.Validators;
import org.apache.rocketmq.client.exception.HelpLink;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.client.route.TopicRoute;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.message.MessageClientIDSetter;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageId;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.NamespaceUtil;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.route.BrokerData;
import org.apache.rocketmq.remoting.exception.RemotingException;

/**
 * The administration calls of facades: topics, queues, offsets and single messages. Blocks the caller. Thread-safe.
 * Source: client behaviour, section 5.9.
 */
public class MQAdminImpl {
    private static final int CREATE_TRIES = 5;
    /** Unique key queries look this far before the time in the id. */
    private static final long CLOCK_SLACK_MILLIS = 1_000;

    private static final int UNIQUE_KEY_MAX_NUM = 32;

    private final MQClientInstance instance;
    private volatile long timeoutMillis = 6_000;

    public MQAdminImpl(MQClientInstance mQClientFactory) {
        this.instance = mQClientFactory;
    }

    public long getTimeoutMillis() {
        return timeoutMillis;
    }

    public void setTimeoutMillis(long timeoutMillis) {
        this.timeoutMillis = timeoutMillis;
    }

    public void createTopic(String key, String newTopic, int queueNum) throws MQClientException {
        createTopic(key, newTopic, queueNum, 0);
    }

    /** Creates the topic on every master that serves {@code key}; fails only if no broker took it. */
    public void createTopic(String key, String newTopic, int queueNum, int topicSysFlag) throws MQClientException {
        Validators.checkTopic(newTopic);
        Validators.isSystemTopic(newTopic);
        try {
            List<BrokerData> brokers =
                    instance.topicApi().route(key, timeoutMillis).getBrokerDatas();
            if (brokers == null || brokers.isEmpty()) {
                throw new MQClientException("Not found broker, maybe key is wrong", null);
            }
            TopicConfig topic = new TopicConfig(newTopic);
            topic.setReadQueueNums(queueNum);
            topic.setWriteQueueNums(queueNum);
            topic.setTopicSysFlag(topicSysFlag);
            createOnMasters(key, topic, brokers);
        } catch (MQClientException | RemotingException e) {
            throw new MQClientException("create new topic failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MQClientException("create new topic failed", e);
        }
    }

    private void createOnMasters(String key, TopicConfig topic, List<BrokerData> brokers)
            throws MQClientException, InterruptedException {
        List<BrokerData> sorted = new ArrayList<>(brokers);
        sorted.sort(null);
        boolean created = false;
        MQClientException last = null;
        for (BrokerData broker : sorted) {
            String master = broker.getBrokerAddrs().get(MixAll.MASTER_ID);
            for (int tries = 0; master != null && tries < CREATE_TRIES; tries++) {
                try {
                    instance.topicApi().createTopic(master, key, topic, timeoutMillis);
                    created = true;
                    break;
                } catch (RemotingException | MQBrokerException e) {
                    last = new MQClientException("create topic to broker exception", e);
                }
            }
        }
        if (!created && last != null) {
            throw last;
        }
    }

    /** The queues to send to, from a fresh route. */
    public List<MessageQueue> fetchPublishMessageQueues(String topic) throws MQClientException {
        TopicRoute route = freshRoute(topic, "Can not find Message Queue for this topic, " + topic);
        if (route.publish().isEmpty()) {
            throw new MQClientException("Unknow why, Can not find Message Queue for this topic, " + topic, null);
        }
        return parsePublishMessageQueues(route.publish().list());
    }

    /** The same queues with bare topics. */
    public List<MessageQueue> parsePublishMessageQueues(List<MessageQueue> messageQueueList) {
        List<MessageQueue> bare = new ArrayList<>(messageQueueList.size());
        String namespace = instance.getClientConfig().getNamespace();
        for (MessageQueue queue : messageQueueList) {
            String topic = NamespaceUtil.withoutNamespace(queue.getTopic(), namespace);
            bare.add(new MessageQueue(topic, queue.getBrokerName(), queue.getQueueId()));
        }
        return bare;
    }

    /** The queues to read from, from a fresh route; topics as the name server knows them. */
    public Set<MessageQueue> fetchSubscribeMessageQueues(String topic) throws MQClientException {
        TopicRoute route = freshRoute(topic, HelpLink.see("Can not find Message Queue for this topic, " + topic));
        if (route.subscribe().isEmpty()) {
            throw new MQClientException(
                    "Can not find Message Queue for this topic, " + topic + " Namesrv return empty", null);
        }
        return route.subscribe();
    }

    private TopicRoute freshRoute(String topic, String failure) throws MQClientException {
        try {
            return TopicRoute.of(topic, instance.topicApi().route(topic, timeoutMillis));
        } catch (MQClientException | RemotingException e) {
            throw new MQClientException(failure, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MQClientException(failure, e);
        }
    }

    private interface OffsetQuery {
        long ask(String address) throws RemotingException, MQBrokerException, InterruptedException;
    }

    private long askMaster(MessageQueue queue, OffsetQuery query) throws MQClientException {
        String address = instance.masterOf(queue.getBrokerName(), queue.getTopic());
        if (address == null) {
            throw new MQClientException("The broker[" + queue.getBrokerName() + "] not exist", null);
        }
        try {
            return query.ask(address);
        } catch (RemotingException | MQBrokerException e) {
            throw new MQClientException("Invoke Broker[" + address + "] exception", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MQClientException("Invoke Broker[" + address + "] exception", e);
        }
    }

    public long searchOffset(MessageQueue mq, long timestamp) throws MQClientException {
        return askMaster(mq, address -> instance.brokerApi().searchOffset(address, mq, timestamp, timeoutMillis));
    }

    public long maxOffset(MessageQueue mq) throws MQClientException {
        return askMaster(mq, address -> instance.brokerApi().maxOffset(address, mq, timeoutMillis));
    }

    public long minOffset(MessageQueue mq) throws MQClientException {
        return askMaster(mq, address -> instance.brokerApi().minOffset(address, mq, timeoutMillis));
    }

    public long earliestMsgStoreTime(MessageQueue mq) throws MQClientException {
        return askMaster(mq, address -> instance.brokerApi().earliestStoreTime(address, mq, timeoutMillis));
    }

    /** Reads a message by offset id, from the host that the id names. */
    public MessageExt viewMessage(String msgId)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        MessageId id;
        try {
            id = MessageDecoder.decodeMessageId(msgId);
        } catch (UnknownHostException | RuntimeException e) {
            throw new MQClientException(ResponseCode.NO_MESSAGE, "query message by id finished, but no message.");
        }
        InetSocketAddress host = (InetSocketAddress) id.getAddress();
        String address = host.getAddress().getHostAddress() + ":" + host.getPort();
        return instance.topicApi().viewMessage(address, id.getOffset(), timeoutMillis);
    }

    /** Reads a message by offset id or, if that fails in any way, by unique key. */
    public MessageExt viewMessage(String topic, String id) throws InterruptedException, MQClientException {
        try {
            return viewMessage(id);
        } catch (RemotingException | MQBrokerException | MQClientException e) {
            return queryMessageByUniqKey(topic, id);
        }
    }

    public QueryResult queryMessage(String topic, String key, int maxNum, long begin, long end)
            throws MQClientException, InterruptedException {
        return queryMessage(topic, key, maxNum, begin, end, false);
    }

    public QueryResult queryMessageByUniqKey(String topic, String uniqKey, int maxNum, long begin, long end)
            throws MQClientException, InterruptedException {
        return queryMessage(topic, uniqKey, maxNum, begin, end, true);
    }

    /** The message with that unique key, or null. */
    public MessageExt queryMessageByUniqKey(String topic, String uniqKey)
            throws InterruptedException, MQClientException {
        long begin = beginOf(uniqKey);
        List<MessageExt> found = queryMessageByUniqKey(topic, uniqKey, UNIQUE_KEY_MAX_NUM, begin, Long.MAX_VALUE)
                .getMessageList();
        return found.isEmpty() ? null : found.get(0);
    }

    private static long beginOf(String uniqKey) throws MQClientException {
        try {
            return MessageClientIDSetter.getNearlyTimeFromID(uniqKey).getTime() - CLOCK_SLACK_MILLIS;
        } catch (RuntimeException e) {
            throw new MQClientException(ResponseCode.NO_MESSAGE, "query message by key finished, but no message.");
        }
    }

    /** Asks all brokers of the topic's route; dashboards call it by reflection. */
    protected QueryResult queryMessage(String topic, String key, int maxNum, long begin, long end, boolean isUniqKey)
            throws MQClientException, InterruptedException {
        return new MessageLookup(instance).find(topic, key, maxNum, begin, end, isUniqKey);
    }
}
