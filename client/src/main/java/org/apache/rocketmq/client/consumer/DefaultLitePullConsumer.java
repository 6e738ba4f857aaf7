package org.apache.rocketmq.client.consumer;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.ClientConfig;
import org.apache.rocketmq.client.consumer.rebalance.AllocateMessageQueueAveragely;
import org.apache.rocketmq.client.consumer.store.OffsetStore;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.consumer.DefaultLitePullConsumerImpl;
import org.apache.rocketmq.client.trace.AsyncTraceDispatcher;
import org.apache.rocketmq.client.trace.TraceDispatcher;
import org.apache.rocketmq.client.trace.hook.ConsumeMessageTraceHookImpl;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.UtilAll;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.heartbeat.MessageModel;
import org.apache.rocketmq.remoting.RPCHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A consumer that is polled. Messages are fetched ahead; {@link #poll} takes what arrived and advances the position, commits
 * store it. Thread-safe once started. Source: client behaviour, section 13.2.
 */
public class DefaultLitePullConsumer extends ClientConfig implements LitePullConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);
    private static final long DEFAULT_TIMESTAMP_AGE_MILLIS = TimeUnit.MINUTES.toMillis(30);
    private static final long MIN_AUTO_COMMIT_INTERVAL_MILLIS = 1_000;

    private final DefaultLitePullConsumerImpl defaultLitePullConsumerImpl;

    private final long brokerSuspendMaxTimeMillis = 20_000;
    // Null without trace.
    private TraceDispatcher traceDispatcher;
    private boolean enableMsgTrace;
    private String customizedTraceTopic;
    private long autoCommitIntervalMillis = 5_000;
    private boolean connectBrokerByUser;
    private long defaultBrokerId = MixAll.MASTER_ID;
    private boolean unitMode;
    private ConsumeFromWhere consumeFromWhere = ConsumeFromWhere.CONSUME_FROM_LAST_OFFSET;
    private boolean autoCommit = true;
    private int pullThreadNums = 20;
    private int pullBatchSize = 10;
    private long pullThresholdForAll = 10_000;
    private int consumeMaxSpan = 2_000;
    private int pullThresholdForQueue = 1_000;
    private int pullThresholdSizeForQueue = 100;
    private AllocateMessageQueueStrategy allocateMessageQueueStrategy = new AllocateMessageQueueAveragely();
    private long pollTimeoutMillis = 5_000;
    private OffsetStore offsetStore;
    private MessageModel messageModel = MessageModel.CLUSTERING;
    private String consumerGroup;
    private MessageQueueListener messageQueueListener;
    private long consumerPullTimeoutMillis = 10_000;
    private long consumerTimeoutMillisWhenSuspend = 30_000;
    private long topicMetadataCheckIntervalMillis = 30_000;
    private String consumeTimestamp =
            UtilAll.timeMillisToHumanString3(System.currentTimeMillis() - DEFAULT_TIMESTAMP_AGE_MILLIS);

    public DefaultLitePullConsumer() {
        this(null, MixAll.DEFAULT_CONSUMER_GROUP, null);
    }

    public DefaultLitePullConsumer(String consumerGroup) {
        this(null, consumerGroup, null);
    }

    public DefaultLitePullConsumer(RPCHook rpcHook) {
        this(null, MixAll.DEFAULT_CONSUMER_GROUP, rpcHook);
    }

    public DefaultLitePullConsumer(String consumerGroup, RPCHook rpcHook) {
        this(null, consumerGroup, rpcHook);
    }

    public DefaultLitePullConsumer(String namespace, String consumerGroup, RPCHook rpcHook) {
        this.namespace = namespace;
        this.consumerGroup = consumerGroup;
        this.enableStreamRequestType = true;
        this.defaultLitePullConsumerImpl = new DefaultLitePullConsumerImpl(this, rpcHook);
    }

    @Override
    public void start() throws MQClientException {
        prepareTrace();
        setConsumerGroup(withNamespace(consumerGroup));
        defaultLitePullConsumerImpl.start();
        if (traceDispatcher != null) {
            try {
                traceDispatcher.start(getNamesrvAddr(), getAccessChannel());
            } catch (MQClientException e) {
                // Messages are worth more than their traces.
                LOG.warn("trace dispatcher start failed", e);
            }
        }
    }

    private void prepareTrace() {
        if (enableMsgTrace && traceDispatcher == null) {
            AsyncTraceDispatcher dispatcher =
                    new AsyncTraceDispatcher(consumerGroup, TraceDispatcher.Type.CONSUME, customizedTraceTopic, null);
            dispatcher.getTraceProducer().setUseTLS(isUseTLS());
            traceDispatcher = dispatcher;
            defaultLitePullConsumerImpl.registerConsumeMessageHook(new ConsumeMessageTraceHookImpl(dispatcher));
        }
    }

    @Override
    public void shutdown() {
        defaultLitePullConsumerImpl.shutdown();
        if (traceDispatcher != null) {
            traceDispatcher.shutdown();
        }
    }

    /** Null before start and without trace. */
    public TraceDispatcher getTraceDispatcher() {
        return traceDispatcher;
    }

    public boolean isEnableMsgTrace() {
        return enableMsgTrace;
    }

    /** Takes effect at start. */
    public void setEnableMsgTrace(boolean enableMsgTrace) {
        this.enableMsgTrace = enableMsgTrace;
    }

    public String getCustomizedTraceTopic() {
        return customizedTraceTopic;
    }

    /** Where traces go; blank for {@code RMQ_SYS_TRACE_TOPIC}. */
    public void setCustomizedTraceTopic(String customizedTraceTopic) {
        this.customizedTraceTopic = customizedTraceTopic;
    }

    @Override
    public boolean isRunning() {
        return defaultLitePullConsumerImpl.isRunning();
    }

    @Override
    public void subscribe(String topic, String subExpression) throws MQClientException {
        defaultLitePullConsumerImpl.subscribe(withNamespace(topic), subExpression);
    }

    @Override
    public void subscribe(String topic, String subExpression, MessageQueueListener messageQueueListener)
            throws MQClientException {
        defaultLitePullConsumerImpl.subscribe(withNamespace(topic), subExpression);
        this.messageQueueListener = messageQueueListener;
    }

    @Override
    public void subscribe(String topic, MessageSelector messageSelector) throws MQClientException {
        defaultLitePullConsumerImpl.subscribe(withNamespace(topic), messageSelector);
    }

    @Override
    public void unsubscribe(String topic) {
        defaultLitePullConsumerImpl.unsubscribe(withNamespace(topic));
    }

    @Override
    public void assign(Collection<MessageQueue> messageQueues) {
        defaultLitePullConsumerImpl.assign(messageQueues == null ? null : queuesWithNamespace(messageQueues));
    }

    @Override
    public Set<MessageQueue> assignment() throws MQClientException {
        return defaultLitePullConsumerImpl.assignment();
    }

    @Override
    public void setSubExpressionForAssign(String topic, String subExpresion) {
        defaultLitePullConsumerImpl.setSubExpressionForAssign(withNamespace(topic), subExpresion);
    }

    @Override
    public List<MessageExt> poll() {
        return poll(pollTimeoutMillis);
    }

    @Override
    public List<MessageExt> poll(long timeout) {
        return defaultLitePullConsumerImpl.poll(timeout);
    }

    @Override
    public void seek(MessageQueue messageQueue, long offset) throws MQClientException {
        defaultLitePullConsumerImpl.seek(queueWithNamespace(messageQueue), offset);
    }

    @Override
    public void seekToBegin(MessageQueue messageQueue) throws MQClientException {
        MessageQueue queue = queueWithNamespace(messageQueue);
        defaultLitePullConsumerImpl.seek(queue, defaultLitePullConsumerImpl.minOffset(queue));
    }

    @Override
    public void seekToEnd(MessageQueue messageQueue) throws MQClientException {
        MessageQueue queue = queueWithNamespace(messageQueue);
        defaultLitePullConsumerImpl.seek(queue, defaultLitePullConsumerImpl.maxOffset(queue));
    }

    @Override
    public void pause(Collection<MessageQueue> messageQueues) {
        defaultLitePullConsumerImpl.pause(queuesWithNamespace(messageQueues), true);
    }

    @Override
    public void resume(Collection<MessageQueue> messageQueues) {
        defaultLitePullConsumerImpl.pause(queuesWithNamespace(messageQueues), false);
    }

    @Override
    public Collection<MessageQueue> fetchMessageQueues(String topic) throws MQClientException {
        return new HashSet<>(defaultLitePullConsumerImpl.fetchMessageQueues(withNamespace(topic)));
    }

    @Override
    public Long offsetForTimestamp(MessageQueue messageQueue, Long timestamp) throws MQClientException {
        return defaultLitePullConsumerImpl.searchOffset(queueWithNamespace(messageQueue), timestamp);
    }

    @Override
    public void registerTopicMessageQueueChangeListener(
            String topic, TopicMessageQueueChangeListener topicMessageQueueChangeListener) throws MQClientException {
        defaultLitePullConsumerImpl.registerTopicMessageQueueChangeListener(
                withNamespace(topic), topicMessageQueueChangeListener);
    }

    @Override
    public void commitSync() {
        defaultLitePullConsumerImpl.commitAll();
    }

    @Override
    public void commitSync(Map<MessageQueue, Long> offsetMap, boolean persist) {
        Map<MessageQueue, Long> wrapped = new HashMap<>();
        offsetMap.forEach((queue, offset) -> wrapped.put(queueWithNamespace(queue), offset));
        defaultLitePullConsumerImpl.commit(wrapped, persist);
    }

    @Override
    public void commit(Set<MessageQueue> messageQueues, boolean persist) {
        defaultLitePullConsumerImpl.commit(new HashSet<>(queuesWithNamespace(messageQueues)), persist);
    }

    @Override
    public Long committed(MessageQueue messageQueue) throws MQClientException {
        return defaultLitePullConsumerImpl.committed(queueWithNamespace(messageQueue));
    }

    @Override
    public void updateNameServerAddress(String nameServerAddress) {
        defaultLitePullConsumerImpl.updateNameServers(nameServerAddress);
    }

    /** Whether {@link #getDefaultBrokerId} is pulled from, whatever brokers suggest. */
    public boolean isConnectBrokerByUser() {
        return connectBrokerByUser;
    }

    public void setConnectBrokerByUser(boolean connectBrokerByUser) {
        this.connectBrokerByUser = connectBrokerByUser;
        defaultLitePullConsumerImpl.pinBroker();
    }

    public long getDefaultBrokerId() {
        return defaultBrokerId;
    }

    public void setDefaultBrokerId(long defaultBrokerId) {
        this.defaultBrokerId = defaultBrokerId;
        defaultLitePullConsumerImpl.pinBroker();
    }

    public long getAutoCommitIntervalMillis() {
        return autoCommitIntervalMillis;
    }

    /** Values below 1000 ms are ignored. */
    public void setAutoCommitIntervalMillis(long autoCommitIntervalMillis) {
        if (autoCommitIntervalMillis >= MIN_AUTO_COMMIT_INTERVAL_MILLIS) {
            this.autoCommitIntervalMillis = autoCommitIntervalMillis;
        }
    }

    /** How long (ms) a broker may wait for messages. */
    public long getBrokerSuspendMaxTimeMillis() {
        return brokerSuspendMaxTimeMillis;
    }

    @Override
    public boolean isUnitMode() {
        return unitMode;
    }

    @Override
    public void setUnitMode(boolean unitMode) {
        this.unitMode = unitMode;
    }

    public ConsumeFromWhere getConsumeFromWhere() {
        return consumeFromWhere;
    }

    /** @throws RuntimeException unless it is the last offset, the first one or a timestamp */
    public void setConsumeFromWhere(ConsumeFromWhere consumeFromWhere) {
        if (consumeFromWhere != ConsumeFromWhere.CONSUME_FROM_LAST_OFFSET
                && consumeFromWhere != ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET
                && consumeFromWhere != ConsumeFromWhere.CONSUME_FROM_TIMESTAMP) {
            throw new RuntimeException("Invalid ConsumeFromWhere Value", null);
        }
        this.consumeFromWhere = consumeFromWhere;
    }

    @Override
    public boolean isAutoCommit() {
        return autoCommit;
    }

    @Override
    public void setAutoCommit(boolean autoCommit) {
        this.autoCommit = autoCommit;
    }

    /** Without effect: no thread waits for a broker. */
    public int getPullThreadNums() {
        return pullThreadNums;
    }

    public void setPullThreadNums(int pullThreadNums) {
        this.pullThreadNums = pullThreadNums;
    }

    /** Most messages per pull and poll. */
    public int getPullBatchSize() {
        return pullBatchSize;
    }

    public void setPullBatchSize(int pullBatchSize) {
        this.pullBatchSize = pullBatchSize;
    }

    /** Cached messages of all queues above which pulling waits. */
    public long getPullThresholdForAll() {
        return pullThresholdForAll;
    }

    public void setPullThresholdForAll(long pullThresholdForAll) {
        this.pullThresholdForAll = pullThresholdForAll;
    }

    public int getConsumeMaxSpan() {
        return consumeMaxSpan;
    }

    public void setConsumeMaxSpan(int consumeMaxSpan) {
        this.consumeMaxSpan = consumeMaxSpan;
    }

    public int getPullThresholdForQueue() {
        return pullThresholdForQueue;
    }

    public void setPullThresholdForQueue(int pullThresholdForQueue) {
        this.pullThresholdForQueue = pullThresholdForQueue;
    }

    /** MiB. */
    public int getPullThresholdSizeForQueue() {
        return pullThresholdSizeForQueue;
    }

    public void setPullThresholdSizeForQueue(int pullThresholdSizeForQueue) {
        this.pullThresholdSizeForQueue = pullThresholdSizeForQueue;
    }

    public AllocateMessageQueueStrategy getAllocateMessageQueueStrategy() {
        return allocateMessageQueueStrategy;
    }

    public void setAllocateMessageQueueStrategy(AllocateMessageQueueStrategy allocateMessageQueueStrategy) {
        this.allocateMessageQueueStrategy = allocateMessageQueueStrategy;
    }

    public long getPollTimeoutMillis() {
        return pollTimeoutMillis;
    }

    public void setPollTimeoutMillis(long pollTimeoutMillis) {
        this.pollTimeoutMillis = pollTimeoutMillis;
    }

    public OffsetStore getOffsetStore() {
        return offsetStore;
    }

    public void setOffsetStore(OffsetStore offsetStore) {
        this.offsetStore = offsetStore;
    }

    public MessageModel getMessageModel() {
        return messageModel;
    }

    public void setMessageModel(MessageModel messageModel) {
        this.messageModel = messageModel;
    }

    public String getConsumerGroup() {
        return consumerGroup;
    }

    public void setConsumerGroup(String consumerGroup) {
        this.consumerGroup = consumerGroup;
    }

    /** Told after the assigned queues of a subscription changed. */
    public MessageQueueListener getMessageQueueListener() {
        return messageQueueListener;
    }

    public void setMessageQueueListener(MessageQueueListener messageQueueListener) {
        this.messageQueueListener = messageQueueListener;
    }

    /** Without effect: pulls always wait for messages. */
    public long getConsumerPullTimeoutMillis() {
        return consumerPullTimeoutMillis;
    }

    public void setConsumerPullTimeoutMillis(long consumerPullTimeoutMillis) {
        this.consumerPullTimeoutMillis = consumerPullTimeoutMillis;
    }

    public long getConsumerTimeoutMillisWhenSuspend() {
        return consumerTimeoutMillisWhenSuspend;
    }

    public void setConsumerTimeoutMillisWhenSuspend(long consumerTimeoutMillisWhenSuspend) {
        this.consumerTimeoutMillisWhenSuspend = consumerTimeoutMillisWhenSuspend;
    }

    public long getTopicMetadataCheckIntervalMillis() {
        return topicMetadataCheckIntervalMillis;
    }

    public void setTopicMetadataCheckIntervalMillis(long topicMetadataCheckIntervalMillis) {
        this.topicMetadataCheckIntervalMillis = topicMetadataCheckIntervalMillis;
    }

    /** {@code yyyyMMddHHmmss}, local time; used by CONSUME_FROM_TIMESTAMP. */
    public String getConsumeTimestamp() {
        return consumeTimestamp;
    }

    public void setConsumeTimestamp(String consumeTimestamp) {
        this.consumeTimestamp = consumeTimestamp;
    }
}
