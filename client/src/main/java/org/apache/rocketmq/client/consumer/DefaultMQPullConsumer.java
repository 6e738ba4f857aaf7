package org.apache.rocketmq.client.consumer;

import java.util.HashSet;
import java.util.Set;
import org.apache.rocketmq.client.ClientConfig;
import org.apache.rocketmq.client.QueryResult;
import org.apache.rocketmq.client.consumer.rebalance.AllocateMessageQueueAveragely;
import org.apache.rocketmq.client.consumer.store.OffsetStore;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.consumer.DefaultMQPullConsumerImpl;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.heartbeat.MessageModel;
import org.apache.rocketmq.remoting.RPCHook;
import org.apache.rocketmq.remoting.exception.RemotingException;

/**
 * Pulls what the application asks for, queue by queue; offsets are the application's business. Thread-safe once started.
 * Source: client behaviour, section 13.1.
 */
@Deprecated
public class DefaultMQPullConsumer extends ClientConfig implements MQPullConsumer {
    protected final DefaultMQPullConsumerImpl defaultMQPullConsumerImpl;

    private String consumerGroup;
    private long brokerSuspendMaxTimeMillis = 20_000;
    private long consumerTimeoutMillisWhenSuspend = 30_000;
    private long consumerPullTimeoutMillis = 10_000;
    private MessageModel messageModel = MessageModel.CLUSTERING;
    private MessageQueueListener messageQueueListener;
    private OffsetStore offsetStore;
    private Set<String> registerTopics = new HashSet<>();
    private AllocateMessageQueueStrategy allocateMessageQueueStrategy = new AllocateMessageQueueAveragely();
    private boolean unitMode;
    private int maxReconsumeTimes = 16;

    public DefaultMQPullConsumer() {
        this(null, MixAll.DEFAULT_CONSUMER_GROUP, null);
    }

    public DefaultMQPullConsumer(String consumerGroup) {
        this(null, consumerGroup, null);
    }

    public DefaultMQPullConsumer(RPCHook rpcHook) {
        this(null, MixAll.DEFAULT_CONSUMER_GROUP, rpcHook);
    }

    public DefaultMQPullConsumer(String consumerGroup, RPCHook rpcHook) {
        this(null, consumerGroup, rpcHook);
    }

    public DefaultMQPullConsumer(String namespace, String consumerGroup) {
        this(namespace, consumerGroup, null);
    }

    public DefaultMQPullConsumer(String namespace, String consumerGroup, RPCHook rpcHook) {
        this.namespace = namespace;
        this.consumerGroup = consumerGroup;
        this.enableStreamRequestType = true;
        this.defaultMQPullConsumerImpl = new DefaultMQPullConsumerImpl(this, rpcHook);
    }

    @Override
    public void start() throws MQClientException {
        setConsumerGroup(withNamespace(consumerGroup));
        defaultMQPullConsumerImpl.start();
    }

    @Override
    public void shutdown() {
        defaultMQPullConsumerImpl.shutdown();
    }

    /** Adds {@code topic} to the rebalanced ones; a listener that is not null replaces the one there is. */
    @Override
    public void registerMessageQueueListener(String topic, MessageQueueListener listener) {
        synchronized (registerTopics) {
            registerTopics.add(withNamespace(topic));
            if (listener != null) {
                messageQueueListener = listener;
            }
        }
    }

    @Override
    public PullResult pull(MessageQueue mq, String subExpression, long offset, int maxNums)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        return pull(mq, subExpression, offset, maxNums, consumerPullTimeoutMillis);
    }

    @Override
    public PullResult pull(MessageQueue mq, String subExpression, long offset, int maxNums, long timeout)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        MessageQueue queue = queueWithNamespace(mq);
        return defaultMQPullConsumerImpl.pull(
                queue, defaultMQPullConsumerImpl.subscription(queue, subExpression), offset, maxNums, false, timeout);
    }

    @Override
    public void pull(MessageQueue mq, String subExpression, long offset, int maxNums, PullCallback pullCallback)
            throws MQClientException, RemotingException, InterruptedException {
        pull(mq, subExpression, offset, maxNums, pullCallback, consumerPullTimeoutMillis);
    }

    @Override
    public void pull(
            MessageQueue mq, String subExpression, long offset, int maxNums, PullCallback pullCallback, long timeout)
            throws MQClientException, RemotingException, InterruptedException {
        MessageQueue queue = queueWithNamespace(mq);
        defaultMQPullConsumerImpl.pull(
                queue,
                defaultMQPullConsumerImpl.subscription(queue, subExpression),
                offset,
                maxNums,
                pullCallback,
                false,
                timeout);
    }

    @Override
    public PullResult pull(MessageQueue mq, MessageSelector messageSelector, long offset, int maxNums)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        return pull(mq, messageSelector, offset, maxNums, consumerPullTimeoutMillis);
    }

    @Override
    public PullResult pull(MessageQueue mq, MessageSelector messageSelector, long offset, int maxNums, long timeout)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        MessageQueue queue = queueWithNamespace(mq);
        return defaultMQPullConsumerImpl.pull(
                queue, defaultMQPullConsumerImpl.subscription(queue, messageSelector), offset, maxNums, false, timeout);
    }

    @Override
    public void pull(
            MessageQueue mq, MessageSelector messageSelector, long offset, int maxNums, PullCallback pullCallback)
            throws MQClientException, RemotingException, InterruptedException {
        pull(mq, messageSelector, offset, maxNums, pullCallback, consumerPullTimeoutMillis);
    }

    @Override
    public void pull(
            MessageQueue mq,
            MessageSelector messageSelector,
            long offset,
            int maxNums,
            PullCallback pullCallback,
            long timeout)
            throws MQClientException, RemotingException, InterruptedException {
        MessageQueue queue = queueWithNamespace(mq);
        defaultMQPullConsumerImpl.pull(
                queue,
                defaultMQPullConsumerImpl.subscription(queue, messageSelector),
                offset,
                maxNums,
                pullCallback,
                false,
                timeout);
    }

    @Override
    public PullResult pullBlockIfNotFound(MessageQueue mq, String subExpression, long offset, int maxNums)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        MessageQueue queue = queueWithNamespace(mq);
        return defaultMQPullConsumerImpl.pull(
                queue,
                defaultMQPullConsumerImpl.subscription(queue, subExpression),
                offset,
                maxNums,
                true,
                consumerPullTimeoutMillis);
    }

    @Override
    public void pullBlockIfNotFound(
            MessageQueue mq, String subExpression, long offset, int maxNums, PullCallback pullCallback)
            throws MQClientException, RemotingException, InterruptedException {
        MessageQueue queue = queueWithNamespace(mq);
        defaultMQPullConsumerImpl.pull(
                queue,
                defaultMQPullConsumerImpl.subscription(queue, subExpression),
                offset,
                maxNums,
                pullCallback,
                true,
                consumerPullTimeoutMillis);
    }

    @Override
    public void updateConsumeOffset(MessageQueue mq, long offset) throws MQClientException {
        defaultMQPullConsumerImpl.updateConsumeOffset(queueWithNamespace(mq), offset);
    }

    @Override
    public long fetchConsumeOffset(MessageQueue mq, boolean fromStore) throws MQClientException {
        return defaultMQPullConsumerImpl.fetchConsumeOffset(queueWithNamespace(mq), fromStore);
    }

    @Override
    public Set<MessageQueue> fetchMessageQueuesInBalance(String topic) throws MQClientException {
        return defaultMQPullConsumerImpl.fetchMessageQueuesInBalance(withNamespace(topic));
    }

    @Override
    public Set<MessageQueue> fetchSubscribeMessageQueues(String topic) throws MQClientException {
        return defaultMQPullConsumerImpl.fetchSubscribeMessageQueues(withNamespace(topic));
    }

    /** Sends the offset of one queue to its broker now. */
    public void persist(MessageQueue mq) {
        defaultMQPullConsumerImpl.persist(queueWithNamespace(mq));
    }

    @Override
    @Deprecated
    public void sendMessageBack(MessageExt msg, int delayLevel)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        defaultMQPullConsumerImpl.sendMessageBack(msg, delayLevel, null, consumerGroup);
    }

    @Override
    @Deprecated
    public void sendMessageBack(MessageExt msg, int delayLevel, String brokerName)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        defaultMQPullConsumerImpl.sendMessageBack(msg, delayLevel, brokerName, consumerGroup);
    }

    @Override
    public void sendMessageBack(MessageExt msg, int delayLevel, String brokerName, String consumerGroup)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        defaultMQPullConsumerImpl.sendMessageBack(msg, delayLevel, brokerName, consumerGroup);
    }

    @Override
    @Deprecated
    public void createTopic(String key, String newTopic, int queueNum) throws MQClientException {
        createTopic(key, newTopic, queueNum, 0);
    }

    @Override
    @Deprecated
    public void createTopic(String key, String newTopic, int queueNum, int topicSysFlag) throws MQClientException {
        defaultMQPullConsumerImpl.admin().createTopic(key, withNamespace(newTopic), queueNum, topicSysFlag);
    }

    @Override
    @Deprecated
    public long searchOffset(MessageQueue mq, long timestamp) throws MQClientException {
        return defaultMQPullConsumerImpl.admin().searchOffset(queueWithNamespace(mq), timestamp);
    }

    @Override
    @Deprecated
    public long maxOffset(MessageQueue mq) throws MQClientException {
        return defaultMQPullConsumerImpl.admin().maxOffset(queueWithNamespace(mq));
    }

    @Override
    @Deprecated
    public long minOffset(MessageQueue mq) throws MQClientException {
        return defaultMQPullConsumerImpl.admin().minOffset(queueWithNamespace(mq));
    }

    @Override
    @Deprecated
    public long earliestMsgStoreTime(MessageQueue mq) throws MQClientException {
        return defaultMQPullConsumerImpl.admin().earliestMsgStoreTime(queueWithNamespace(mq));
    }

    @Override
    @Deprecated
    public MessageExt viewMessage(String offsetMsgId)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        return defaultMQPullConsumerImpl.admin().viewMessage(offsetMsgId);
    }

    @Override
    @Deprecated
    public QueryResult queryMessage(String topic, String key, int maxNum, long begin, long end)
            throws MQClientException, InterruptedException {
        return defaultMQPullConsumerImpl.admin().queryMessage(withNamespace(topic), key, maxNum, begin, end);
    }

    @Override
    public MessageExt viewMessage(String topic, String uniqKey)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        return defaultMQPullConsumerImpl.admin().viewMessage(withNamespace(topic), uniqKey);
    }

    /** Not meant for applications; samples reach the instance through it. */
    @Deprecated
    public DefaultMQPullConsumerImpl getDefaultMQPullConsumerImpl() {
        return defaultMQPullConsumerImpl;
    }

    /** How long (ms) a broker may wait for messages. */
    public long getBrokerSuspendMaxTimeMillis() {
        return brokerSuspendMaxTimeMillis;
    }

    @Deprecated
    public void setBrokerSuspendMaxTimeMillis(long brokerSuspendMaxTimeMillis) {
        this.brokerSuspendMaxTimeMillis = brokerSuspendMaxTimeMillis;
    }

    /** The live set of rebalanced topics. */
    public Set<String> getRegisterTopics() {
        return registerTopics;
    }

    public void setRegisterTopics(Set<String> registerTopics) {
        this.registerTopics = withNamespace(registerTopics);
    }

    @Override
    public boolean isUnitMode() {
        return unitMode;
    }

    @Override
    public void setUnitMode(boolean unitMode) {
        this.unitMode = unitMode;
    }

    public AllocateMessageQueueStrategy getAllocateMessageQueueStrategy() {
        return allocateMessageQueueStrategy;
    }

    public void setAllocateMessageQueueStrategy(AllocateMessageQueueStrategy allocateMessageQueueStrategy) {
        this.allocateMessageQueueStrategy = allocateMessageQueueStrategy;
    }

    public String getConsumerGroup() {
        return consumerGroup;
    }

    public void setConsumerGroup(String consumerGroup) {
        this.consumerGroup = consumerGroup;
    }

    /** Time-out (ms) of pulls that do not wait for messages. */
    public long getConsumerPullTimeoutMillis() {
        return consumerPullTimeoutMillis;
    }

    public void setConsumerPullTimeoutMillis(long consumerPullTimeoutMillis) {
        this.consumerPullTimeoutMillis = consumerPullTimeoutMillis;
    }

    /** Time-out (ms) of pulls that wait for messages; above what the broker may wait. */
    public long getConsumerTimeoutMillisWhenSuspend() {
        return consumerTimeoutMillisWhenSuspend;
    }

    public void setConsumerTimeoutMillisWhenSuspend(long consumerTimeoutMillisWhenSuspend) {
        this.consumerTimeoutMillisWhenSuspend = consumerTimeoutMillisWhenSuspend;
    }

    public MessageModel getMessageModel() {
        return messageModel;
    }

    public void setMessageModel(MessageModel messageModel) {
        this.messageModel = messageModel;
    }

    /** Told when the assigned queues change. */
    public MessageQueueListener getMessageQueueListener() {
        return messageQueueListener;
    }

    public void setMessageQueueListener(MessageQueueListener messageQueueListener) {
        this.messageQueueListener = messageQueueListener;
    }

    @Deprecated
    public OffsetStore getOffsetStore() {
        return offsetStore;
    }

    @Deprecated
    public void setOffsetStore(OffsetStore offsetStore) {
        this.offsetStore = offsetStore;
    }

    public int getMaxReconsumeTimes() {
        return maxReconsumeTimes;
    }

    public void setMaxReconsumeTimes(int maxReconsumeTimes) {
        this.maxReconsumeTimes = maxReconsumeTimes;
    }
}
