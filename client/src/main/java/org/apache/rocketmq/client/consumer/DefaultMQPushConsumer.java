package org.apache.rocketmq.client.consumer;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.ClientConfig;
import org.apache.rocketmq.client.QueryResult;
import org.apache.rocketmq.client.consumer.listener.MessageListener;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.consumer.listener.MessageListenerOrderly;
import org.apache.rocketmq.client.consumer.rebalance.AllocateMessageQueueAveragely;
import org.apache.rocketmq.client.consumer.store.OffsetStore;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.consumer.DefaultMQPushConsumerImpl;
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
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands messages to a listener as they arrive. Set up, subscribe, register a listener, start. Settings are read when the
 * consumer starts; limits of pulling and consuming stay live. Thread-safe once started. Source: client behaviour, section
 * 10.
 */
@SuppressWarnings("overloads") // The listener kinds take lambdas of one shape; so does the interface.
public class DefaultMQPushConsumer extends ClientConfig implements MQPushConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);
    private static final long DEFAULT_TIMESTAMP_AGE_MILLIS = TimeUnit.MINUTES.toMillis(30);

    protected final DefaultMQPushConsumerImpl defaultMQPushConsumerImpl;

    // Null without trace.
    private TraceDispatcher traceDispatcher;
    private String consumerGroup;
    private MessageModel messageModel = MessageModel.CLUSTERING;
    private ConsumeFromWhere consumeFromWhere = ConsumeFromWhere.CONSUME_FROM_LAST_OFFSET;
    private String consumeTimestamp =
            UtilAll.timeMillisToHumanString3(System.currentTimeMillis() - DEFAULT_TIMESTAMP_AGE_MILLIS);
    private AllocateMessageQueueStrategy allocateMessageQueueStrategy;
    private Map<String, String> subscription = new HashMap<>();
    private MessageListener messageListener;
    private OffsetStore offsetStore;
    private int consumeThreadMin = 20;
    private int consumeThreadMax = 20;
    private long adjustThreadPoolNumsThreshold = 100_000;
    private int consumeConcurrentlyMaxSpan = 2_000;
    private int pullThresholdForQueue = 1_000;
    private int pullThresholdSizeForQueue = 100;
    private int pullThresholdForTopic = -1;
    private int pullThresholdSizeForTopic = -1;
    private long pullInterval;
    private int consumeMessageBatchMaxSize = 1;
    private int pullBatchSize = 32;
    private boolean postSubscriptionWhenPull;
    private boolean unitMode;
    private int maxReconsumeTimes = -1;
    private long suspendCurrentQueueTimeMillis = 1_000;
    private long consumeTimeout = 15;
    private long awaitTerminationMillisWhenShutdown;

    public DefaultMQPushConsumer() {
        this(null, MixAll.DEFAULT_CONSUMER_GROUP, null, new AllocateMessageQueueAveragely());
    }

    public DefaultMQPushConsumer(String consumerGroup) {
        this(null, consumerGroup, null, new AllocateMessageQueueAveragely());
    }

    public DefaultMQPushConsumer(String namespace, String consumerGroup) {
        this(namespace, consumerGroup, null, new AllocateMessageQueueAveragely());
    }

    public DefaultMQPushConsumer(RPCHook rpcHook) {
        this(null, MixAll.DEFAULT_CONSUMER_GROUP, rpcHook, new AllocateMessageQueueAveragely());
    }

    public DefaultMQPushConsumer(String namespace, String consumerGroup, RPCHook rpcHook) {
        this(namespace, consumerGroup, rpcHook, new AllocateMessageQueueAveragely());
    }

    public DefaultMQPushConsumer(
            String consumerGroup, RPCHook rpcHook, AllocateMessageQueueStrategy allocateMessageQueueStrategy) {
        this(null, consumerGroup, rpcHook, allocateMessageQueueStrategy);
    }

    public DefaultMQPushConsumer(
            String namespace,
            String consumerGroup,
            RPCHook rpcHook,
            AllocateMessageQueueStrategy allocateMessageQueueStrategy) {
        this.consumerGroup = consumerGroup;
        this.namespace = namespace;
        this.allocateMessageQueueStrategy = allocateMessageQueueStrategy;
        this.defaultMQPushConsumerImpl = new DefaultMQPushConsumerImpl(this, rpcHook);
    }

    public DefaultMQPushConsumer(String consumerGroup, boolean enableMsgTrace) {
        this(null, consumerGroup, null, new AllocateMessageQueueAveragely(), enableMsgTrace, null);
    }

    public DefaultMQPushConsumer(String consumerGroup, boolean enableMsgTrace, String customizedTraceTopic) {
        this(null, consumerGroup, null, new AllocateMessageQueueAveragely(), enableMsgTrace, customizedTraceTopic);
    }

    public DefaultMQPushConsumer(
            String consumerGroup,
            RPCHook rpcHook,
            AllocateMessageQueueStrategy allocateMessageQueueStrategy,
            boolean enableMsgTrace,
            String customizedTraceTopic) {
        this(null, consumerGroup, rpcHook, allocateMessageQueueStrategy, enableMsgTrace, customizedTraceTopic);
    }

    /**
     * @param enableMsgTrace whether listener calls are traced
     * @param customizedTraceTopic where traces go; blank for {@code RMQ_SYS_TRACE_TOPIC}
     */
    public DefaultMQPushConsumer(
            String namespace,
            String consumerGroup,
            RPCHook rpcHook,
            AllocateMessageQueueStrategy allocateMessageQueueStrategy,
            boolean enableMsgTrace,
            String customizedTraceTopic) {
        this(namespace, consumerGroup, rpcHook, allocateMessageQueueStrategy);
        if (enableMsgTrace) {
            AsyncTraceDispatcher dispatcher = new AsyncTraceDispatcher(
                    consumerGroup, TraceDispatcher.Type.CONSUME, customizedTraceTopic, rpcHook);
            dispatcher.setHostConsumer(defaultMQPushConsumerImpl);
            traceDispatcher = dispatcher;
            defaultMQPushConsumerImpl.registerConsumeMessageHook(new ConsumeMessageTraceHookImpl(dispatcher));
        }
    }

    @Override
    public void start() throws MQClientException {
        setConsumerGroup(withNamespace(consumerGroup));
        defaultMQPushConsumerImpl.start();
        if (traceDispatcher != null) {
            try {
                traceDispatcher.start(getNamesrvAddr(), getAccessChannel());
            } catch (MQClientException e) {
                // Messages are worth more than their traces.
                LOG.warn("trace dispatcher start failed", e);
            }
        }
    }

    @Override
    public void shutdown() {
        defaultMQPushConsumerImpl.shutdown(awaitTerminationMillisWhenShutdown);
        if (traceDispatcher != null) {
            traceDispatcher.shutdown();
        }
    }

    /** Null without trace. */
    public TraceDispatcher getTraceDispatcher() {
        return traceDispatcher;
    }

    /** Also for the connections that carry traces. */
    @Override
    public void setUseTLS(boolean useTLS) {
        super.setUseTLS(useTLS);
        if (traceDispatcher instanceof AsyncTraceDispatcher own) {
            own.getTraceProducer().setUseTLS(useTLS);
        }
    }

    @Override
    @Deprecated
    public void registerMessageListener(MessageListener messageListener) {
        this.messageListener = messageListener;
    }

    @Override
    public void registerMessageListener(MessageListenerConcurrently messageListener) {
        this.messageListener = messageListener;
    }

    @Override
    public void registerMessageListener(MessageListenerOrderly messageListener) {
        this.messageListener = messageListener;
    }

    @Override
    public void subscribe(String topic, String subExpression) throws MQClientException {
        defaultMQPushConsumerImpl.subscribe(withNamespace(topic), subExpression);
    }

    @Override
    @Deprecated
    public void subscribe(String topic, String fullClassName, String filterClassSource) throws MQClientException {
        defaultMQPushConsumerImpl.subscribe(withNamespace(topic), fullClassName, filterClassSource);
    }

    @Override
    public void subscribe(String topic, MessageSelector messageSelector) throws MQClientException {
        defaultMQPushConsumerImpl.subscribe(withNamespace(topic), messageSelector);
    }

    @Override
    public void unsubscribe(String topic) {
        defaultMQPushConsumerImpl.unsubscribe(withNamespace(topic));
    }

    @Override
    public void updateCorePoolSize(int corePoolSize) {
        defaultMQPushConsumerImpl.updateCorePoolSize(corePoolSize);
    }

    @Override
    public void suspend() {
        defaultMQPushConsumerImpl.suspend();
    }

    @Override
    public void resume() {
        defaultMQPushConsumerImpl.resume();
    }

    @Override
    @Deprecated
    public void sendMessageBack(MessageExt msg, int delayLevel)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        defaultMQPushConsumerImpl.sendMessageBack(msg, delayLevel, null);
    }

    @Override
    @Deprecated
    public void sendMessageBack(MessageExt msg, int delayLevel, String brokerName)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        defaultMQPushConsumerImpl.sendMessageBack(msg, delayLevel, brokerName);
    }

    @Override
    public Set<MessageQueue> fetchSubscribeMessageQueues(String topic) throws MQClientException {
        return defaultMQPushConsumerImpl.fetchSubscribeMessageQueues(withNamespace(topic));
    }

    @Override
    @Deprecated
    public void createTopic(String key, String newTopic, int queueNum) throws MQClientException {
        createTopic(key, withNamespace(newTopic), queueNum, 0);
    }

    @Override
    @Deprecated
    public void createTopic(String key, String newTopic, int queueNum, int topicSysFlag) throws MQClientException {
        defaultMQPushConsumerImpl.admin().createTopic(key, withNamespace(newTopic), queueNum, topicSysFlag);
    }

    @Override
    @Deprecated
    public long searchOffset(MessageQueue mq, long timestamp) throws MQClientException {
        return defaultMQPushConsumerImpl.admin().searchOffset(queueWithNamespace(mq), timestamp);
    }

    @Override
    @Deprecated
    public long maxOffset(MessageQueue mq) throws MQClientException {
        return defaultMQPushConsumerImpl.admin().maxOffset(queueWithNamespace(mq));
    }

    @Override
    @Deprecated
    public long minOffset(MessageQueue mq) throws MQClientException {
        return defaultMQPushConsumerImpl.admin().minOffset(queueWithNamespace(mq));
    }

    @Override
    @Deprecated
    public long earliestMsgStoreTime(MessageQueue mq) throws MQClientException {
        return defaultMQPushConsumerImpl.admin().earliestMsgStoreTime(queueWithNamespace(mq));
    }

    @Override
    @Deprecated
    public MessageExt viewMessage(String offsetMsgId)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        return defaultMQPushConsumerImpl.admin().viewMessage(offsetMsgId);
    }

    @Override
    @Deprecated
    public QueryResult queryMessage(String topic, String key, int maxNum, long begin, long end)
            throws MQClientException, InterruptedException {
        return defaultMQPushConsumerImpl.admin().queryMessage(withNamespace(topic), key, maxNum, begin, end);
    }

    @Override
    @Deprecated
    public MessageExt viewMessage(String topic, String msgId)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        return defaultMQPushConsumerImpl.admin().viewMessage(withNamespace(topic), msgId);
    }

    /** Not meant for applications; samples register hooks here. */
    @Deprecated
    public DefaultMQPushConsumerImpl getDefaultMQPushConsumerImpl() {
        return defaultMQPushConsumerImpl;
    }

    public String getConsumerGroup() {
        return consumerGroup;
    }

    public void setConsumerGroup(String consumerGroup) {
        this.consumerGroup = consumerGroup;
    }

    public MessageModel getMessageModel() {
        return messageModel;
    }

    public void setMessageModel(MessageModel messageModel) {
        this.messageModel = messageModel;
    }

    public ConsumeFromWhere getConsumeFromWhere() {
        return consumeFromWhere;
    }

    public void setConsumeFromWhere(ConsumeFromWhere consumeFromWhere) {
        this.consumeFromWhere = consumeFromWhere;
    }

    /** {@code yyyyMMddHHmmss}, local time; used by CONSUME_FROM_TIMESTAMP. */
    public String getConsumeTimestamp() {
        return consumeTimestamp;
    }

    public void setConsumeTimestamp(String consumeTimestamp) {
        this.consumeTimestamp = consumeTimestamp;
    }

    public AllocateMessageQueueStrategy getAllocateMessageQueueStrategy() {
        return allocateMessageQueueStrategy;
    }

    public void setAllocateMessageQueueStrategy(AllocateMessageQueueStrategy allocateMessageQueueStrategy) {
        this.allocateMessageQueueStrategy = allocateMessageQueueStrategy;
    }

    /** Topic to tag expression, taken over at start. */
    public Map<String, String> getSubscription() {
        return subscription;
    }

    @Deprecated
    public void setSubscription(Map<String, String> subscription) {
        Map<String, String> wrapped = new HashMap<>();
        subscription.forEach((topic, expression) -> wrapped.put(withNamespace(topic), expression));
        this.subscription = wrapped;
    }

    public MessageListener getMessageListener() {
        return messageListener;
    }

    public void setMessageListener(MessageListener messageListener) {
        this.messageListener = messageListener;
    }

    @Deprecated
    public OffsetStore getOffsetStore() {
        return offsetStore;
    }

    @Deprecated
    public void setOffsetStore(OffsetStore offsetStore) {
        this.offsetStore = offsetStore;
    }

    public int getConsumeThreadMin() {
        return consumeThreadMin;
    }

    public void setConsumeThreadMin(int consumeThreadMin) {
        this.consumeThreadMin = consumeThreadMin;
    }

    public int getConsumeThreadMax() {
        return consumeThreadMax;
    }

    public void setConsumeThreadMax(int consumeThreadMax) {
        this.consumeThreadMax = consumeThreadMax;
    }

    /** Without effect. */
    public long getAdjustThreadPoolNumsThreshold() {
        return adjustThreadPoolNumsThreshold;
    }

    public void setAdjustThreadPoolNumsThreshold(long adjustThreadPoolNumsThreshold) {
        this.adjustThreadPoolNumsThreshold = adjustThreadPoolNumsThreshold;
    }

    /** Concurrent consumers stop pulling when the cached offsets of a queue span more than this. */
    public int getConsumeConcurrentlyMaxSpan() {
        return consumeConcurrentlyMaxSpan;
    }

    public void setConsumeConcurrentlyMaxSpan(int consumeConcurrentlyMaxSpan) {
        this.consumeConcurrentlyMaxSpan = consumeConcurrentlyMaxSpan;
    }

    /** Cached messages of one queue above which pulling waits. */
    public int getPullThresholdForQueue() {
        return pullThresholdForQueue;
    }

    public void setPullThresholdForQueue(int pullThresholdForQueue) {
        this.pullThresholdForQueue = pullThresholdForQueue;
    }

    /** Cached size (MiB) of one queue above which pulling waits. */
    public int getPullThresholdSizeForQueue() {
        return pullThresholdSizeForQueue;
    }

    public void setPullThresholdSizeForQueue(int pullThresholdSizeForQueue) {
        this.pullThresholdSizeForQueue = pullThresholdSizeForQueue;
    }

    /** Limit that the held queues share, -1 for none. */
    public int getPullThresholdForTopic() {
        return pullThresholdForTopic;
    }

    public void setPullThresholdForTopic(int pullThresholdForTopic) {
        this.pullThresholdForTopic = pullThresholdForTopic;
    }

    /** Limit (MiB) that the held queues share, -1 for none. */
    public int getPullThresholdSizeForTopic() {
        return pullThresholdSizeForTopic;
    }

    public void setPullThresholdSizeForTopic(int pullThresholdSizeForTopic) {
        this.pullThresholdSizeForTopic = pullThresholdSizeForTopic;
    }

    /** Pause (ms) between pulls of a queue. */
    public long getPullInterval() {
        return pullInterval;
    }

    public void setPullInterval(long pullInterval) {
        this.pullInterval = pullInterval;
    }

    /** Most messages per listener call. */
    public int getConsumeMessageBatchMaxSize() {
        return consumeMessageBatchMaxSize;
    }

    public void setConsumeMessageBatchMaxSize(int consumeMessageBatchMaxSize) {
        this.consumeMessageBatchMaxSize = consumeMessageBatchMaxSize;
    }

    /** Most messages per pull. */
    public int getPullBatchSize() {
        return pullBatchSize;
    }

    public void setPullBatchSize(int pullBatchSize) {
        this.pullBatchSize = pullBatchSize;
    }

    /** Whether each pull carries the expression, instead of relying on the heartbeat. */
    public boolean isPostSubscriptionWhenPull() {
        return postSubscriptionWhenPull;
    }

    public void setPostSubscriptionWhenPull(boolean postSubscriptionWhenPull) {
        this.postSubscriptionWhenPull = postSubscriptionWhenPull;
    }

    @Override
    public boolean isUnitMode() {
        return unitMode;
    }

    @Override
    public void setUnitMode(boolean unitMode) {
        this.unitMode = unitMode;
    }

    /** Times a message is consumed again before it becomes a dead letter; -1 = 16, for orderly consumers without end. */
    public int getMaxReconsumeTimes() {
        return maxReconsumeTimes;
    }

    public void setMaxReconsumeTimes(int maxReconsumeTimes) {
        this.maxReconsumeTimes = maxReconsumeTimes;
    }

    /** Orderly: pause (ms) of a queue whose listener asked for a moment. */
    public long getSuspendCurrentQueueTimeMillis() {
        return suspendCurrentQueueTimeMillis;
    }

    public void setSuspendCurrentQueueTimeMillis(long suspendCurrentQueueTimeMillis) {
        this.suspendCurrentQueueTimeMillis = suspendCurrentQueueTimeMillis;
    }

    /** Minutes after which a message in the listener is given back. */
    public long getConsumeTimeout() {
        return consumeTimeout;
    }

    public void setConsumeTimeout(long consumeTimeout) {
        this.consumeTimeout = consumeTimeout;
    }

    /** Time (ms) that running listeners get at shutdown before they are interrupted. */
    public long getAwaitTerminationMillisWhenShutdown() {
        return awaitTerminationMillisWhenShutdown;
    }

    public void setAwaitTerminationMillisWhenShutdown(long awaitTerminationMillisWhenShutdown) {
        this.awaitTerminationMillisWhenShutdown = awaitTerminationMillisWhenShutdown;
    }
}
