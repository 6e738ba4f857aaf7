package org.apache.rocketmq.client.impl.consumer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.rocketmq.client.Validators;
import org.apache.rocketmq.client.consume.DirectPull;
import org.apache.rocketmq.client.consume.PulledMessages;
import org.apache.rocketmq.client.consume.SendBack;
import org.apache.rocketmq.client.consumer.AllocateMessageQueueStrategy;
import org.apache.rocketmq.client.consumer.DefaultMQPullConsumer;
import org.apache.rocketmq.client.consumer.MessageSelector;
import org.apache.rocketmq.client.consumer.PullCallback;
import org.apache.rocketmq.client.consumer.PullResult;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.store.LocalFileOffsetStore;
import org.apache.rocketmq.client.consumer.store.OffsetStore;
import org.apache.rocketmq.client.consumer.store.ReadOffsetType;
import org.apache.rocketmq.client.consumer.store.RemoteBrokerOffsetStore;
import org.apache.rocketmq.client.exception.HelpLink;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.hook.ConsumeMessageContext;
import org.apache.rocketmq.client.hook.ConsumeMessageHook;
import org.apache.rocketmq.client.hook.FilterMessageHook;
import org.apache.rocketmq.client.impl.MQAdminImpl;
import org.apache.rocketmq.client.impl.MQClientManager;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.client.instance.ConsumerPart;
import org.apache.rocketmq.client.rebalance.Rebalance;
import org.apache.rocketmq.client.rebalance.TopicQueues;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.ServiceState;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.filter.FilterAPI;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.body.ConsumerRunningInfo;
import org.apache.rocketmq.common.protocol.heartbeat.ConsumeType;
import org.apache.rocketmq.common.protocol.heartbeat.MessageModel;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.apache.rocketmq.common.sysflag.PullSysFlag;
import org.apache.rocketmq.remoting.RPCHook;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pull consumer from start to shutdown. Thread-safe; starting and stopping are guarded by {@code this}. Source: client
 * behaviour, section 13.1.
 */
@SuppressWarnings("deprecation") // The facade is deprecated for applications, this is what is behind it.
public class DefaultMQPullConsumerImpl implements ConsumerPart {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);
    private static final long SEND_BACK_TIMEOUT_MILLIS = 3_000;

    private final DefaultMQPullConsumer consumer;
    private final RPCHook rpcHook;
    private final Subscriptions subscriptions = new Subscriptions();
    private final TopicQueues topicQueues = new TopicQueues();
    private final PulledMessages pulledMessages;
    private final List<ConsumeMessageHook> consumeHooks = new CopyOnWriteArrayList<>();
    private final long createdMillis = System.currentTimeMillis();
    private volatile ServiceState state = ServiceState.CREATE_JUST;
    private volatile MQClientInstance instance;
    private volatile OffsetStore offsets;
    private volatile PulledQueues queues;
    private volatile Rebalance rebalance;
    private volatile DirectPull directPull;
    private volatile SendBack sendBack;

    /** @param rpcHook may be null */
    public DefaultMQPullConsumerImpl(DefaultMQPullConsumer consumer, RPCHook rpcHook) {
        this.consumer = consumer;
        this.rpcHook = rpcHook;
        this.pulledMessages = new PulledMessages(consumer::getConsumerGroup, consumer::isUnitMode);
    }

    public synchronized void start() throws MQClientException {
        if (state != ServiceState.CREATE_JUST) {
            throw new MQClientException(
                    HelpLink.see("The PullConsumer service state not OK, maybe started once, " + state), null);
        }
        state = ServiceState.START_FAILED;
        checkSettings();
        copySubscriptions();
        if (consumer.getMessageModel() == MessageModel.CLUSTERING) {
            consumer.changeInstanceNameToPID();
        }
        instance = MQClientManager.getInstance().getOrCreateMQClientInstance(consumer, rpcHook);
        offsets = offsetStore();
        offsets.load();
        queues = new PulledQueues(offsets, this::queuesChanged);
        rebalance = new Rebalance(new Group(), topicQueues, queues);
        directPull = new DirectPull(instance, group(), pulledMessages);
        sendBack = new SendBack(instance, consumer, group(), SEND_BACK_TIMEOUT_MILLIS, consumer.isUnitMode());
        if (!instance.registerConsumer(this)) {
            state = ServiceState.CREATE_JUST;
            throw new MQClientException(
                    HelpLink.see("The consumer group[" + group()
                            + "] has been created before, specify another name please."),
                    null);
        }
        instance.start();
        state = ServiceState.RUNNING;
        LOG.info("pull consumer of group {} started: {}", group(), consumer);
    }

    private void checkSettings() throws MQClientException {
        Validators.checkGroup(group());
        require(
                !MixAll.DEFAULT_CONSUMER_GROUP.equals(group()),
                "consumerGroup can not equal " + MixAll.DEFAULT_CONSUMER_GROUP + ", please specify another one.");
        require(consumer.getMessageModel() != null, "messageModel is null");
        require(consumer.getAllocateMessageQueueStrategy() != null, "allocateMessageQueueStrategy is null");
        require(
                consumer.getConsumerTimeoutMillisWhenSuspend() >= consumer.getBrokerSuspendMaxTimeMillis(),
                "Long polling mode, the consumer consumerTimeoutMillisWhenSuspend must greater than"
                        + " brokerSuspendMaxTimeMillis");
    }

    private static void require(boolean fulfilled, String text) throws MQClientException {
        if (!fulfilled) {
            throw new MQClientException(HelpLink.see(text), null);
        }
    }

    private void copySubscriptions() throws MQClientException {
        try {
            for (String topic : consumer.getRegisterTopics()) {
                subscriptions.add(topic, SubscriptionData.SUB_ALL);
            }
        } catch (Exception e) {
            throw new MQClientException("subscription exception", e);
        }
    }

    private OffsetStore offsetStore() {
        if (consumer.getOffsetStore() == null) {
            consumer.setOffsetStore(
                    consumer.getMessageModel() == MessageModel.CLUSTERING
                            ? new RemoteBrokerOffsetStore(instance, group())
                            : new LocalFileOffsetStore(instance, group()));
        }
        return consumer.getOffsetStore();
    }

    public synchronized void shutdown() {
        if (state != ServiceState.RUNNING) {
            return;
        }
        persistOffsets();
        state = ServiceState.SHUTDOWN_ALREADY;
        instance.unregisterConsumer(group());
        instance.shutdown();
        LOG.info("pull consumer of group {} stopped", group());
    }

    private void checkRunning() throws MQClientException {
        if (state != ServiceState.RUNNING) {
            throw new MQClientException(HelpLink.see("The consumer is not in running status, " + state), null);
        }
    }

    public PullResult pull(
            MessageQueue queue, SubscriptionData subscription, long offset, int maxNums, boolean block, long timeout)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        PullResult result = directPull.sync(request(queue, subscription, offset, maxNums, block, timeout));
        restoreTopics(result.getMsgFoundList());
        callHooks(queue, result.getMsgFoundList());
        return result;
    }

    public void pull(
            MessageQueue queue,
            SubscriptionData subscription,
            long offset,
            int maxNums,
            PullCallback callback,
            boolean block,
            long timeout)
            throws MQClientException {
        DirectPull.Request request = request(queue, subscription, offset, maxNums, block, timeout);
        if (callback == null) {
            throw new MQClientException("pullCallback is null", null);
        }
        directPull.async(request).whenComplete((result, failure) -> {
            if (failure != null) {
                callback.onException(failure);
            } else {
                restoreTopics(result.getMsgFoundList());
                callback.onSuccess(result);
            }
        });
    }

    private DirectPull.Request request(
            MessageQueue queue, SubscriptionData subscription, long offset, int maxNums, boolean block, long timeout)
            throws MQClientException {
        checkRunning();
        if (queue == null) {
            throw new MQClientException("mq is null", null);
        }
        if (offset < 0) {
            throw new MQClientException("offset < 0", null);
        }
        if (maxNums <= 0) {
            throw new MQClientException("maxNums <= 0", null);
        }
        readFromNowOn(queue.getTopic());
        return new DirectPull.Request(
                queue,
                subscription,
                offset,
                maxNums,
                PullSysFlag.buildSysFlag(false, block, true, false),
                consumer.getBrokerSuspendMaxTimeMillis(),
                block ? consumer.getConsumerTimeoutMillisWhenSuspend() : timeout);
    }

    /** A topic that is pulled takes part in rebalance. */
    private void readFromNowOn(String topic) throws MQClientException {
        if (!subscriptions.contains(topic)) {
            try {
                subscriptions.add(topic, SubscriptionData.SUB_ALL);
            } catch (Exception e) {
                throw new MQClientException("parse subscription error", e);
            }
        }
    }

    public SubscriptionData subscription(MessageQueue queue, String expression) throws MQClientException {
        return parse(queue, () -> FilterAPI.buildSubscriptionData(queue.getTopic(), expression));
    }

    public SubscriptionData subscription(MessageQueue queue, MessageSelector selector) throws MQClientException {
        MessageSelector wanted = selector == null ? MessageSelector.byTag(SubscriptionData.SUB_ALL) : selector;
        return parse(
                queue, () -> FilterAPI.build(queue.getTopic(), wanted.getExpression(), wanted.getExpressionType()));
    }

    private interface Parse {
        SubscriptionData run() throws Exception;
    }

    private static SubscriptionData parse(MessageQueue queue, Parse parse) throws MQClientException {
        if (queue == null) {
            throw new MQClientException("mq is null", null);
        }
        try {
            return parse.run();
        } catch (Exception e) {
            throw new MQClientException("parse subscription error", e);
        }
    }

    private void restoreTopics(List<MessageExt> messages) {
        if (messages != null && consumer.getNamespace() != null) {
            messages.forEach(message -> message.setTopic(consumer.withoutNamespace(message.getTopic())));
        }
    }

    /** Both at once: what the application does with the messages is not seen here. */
    private void callHooks(MessageQueue queue, List<MessageExt> messages) {
        if (consumeHooks.isEmpty()) {
            return;
        }
        ConsumeMessageContext context = new ConsumeMessageContext();
        context.setNamespace(consumer.getNamespace());
        context.setAccessChannel(consumer.getAccessChannel());
        context.setConsumerGroup(group());
        context.setMq(queue);
        context.setMsgList(messages);
        context.setProps(new HashMap<>());
        for (ConsumeMessageHook hook : consumeHooks) {
            try {
                hook.consumeMessageBefore(context);
                context.setStatus(ConsumeConcurrentlyStatus.CONSUME_SUCCESS.toString());
                context.setSuccess(true);
                hook.consumeMessageAfter(context);
            } catch (RuntimeException e) {
                LOG.warn("consume hook {} failed", hook.hookName(), e);
            }
        }
    }

    public void updateConsumeOffset(MessageQueue queue, long offset) throws MQClientException {
        checkRunning();
        offsets.updateOffset(queue, offset, false);
    }

    /** -1 none, -2 the store cannot be asked. */
    public long fetchConsumeOffset(MessageQueue queue, boolean fromStore) throws MQClientException {
        checkRunning();
        return offsets.readOffset(
                queue, fromStore ? ReadOffsetType.READ_FROM_STORE : ReadOffsetType.MEMORY_FIRST_THEN_STORE);
    }

    /** The assigned queues of {@code topic}, without namespace. */
    public Set<MessageQueue> fetchMessageQueuesInBalance(String topic) throws MQClientException {
        checkRunning();
        if (topic == null) {
            throw new IllegalArgumentException("topic is null");
        }
        Set<MessageQueue> held = new HashSet<>();
        for (MessageQueue queue : queues.held()) {
            if (queue.getTopic().equals(topic)) {
                held.add(bare(queue));
            }
        }
        return held;
    }

    public Set<MessageQueue> fetchSubscribeMessageQueues(String topic) throws MQClientException {
        Set<MessageQueue> bare = new HashSet<>();
        admin().fetchSubscribeMessageQueues(topic).forEach(queue -> bare.add(bare(queue)));
        return bare;
    }

    private MessageQueue bare(MessageQueue queue) {
        return new MessageQueue(consumer.withoutNamespace(queue.getTopic()), queue.getBrokerName(), queue.getQueueId());
    }

    public void persist(MessageQueue queue) {
        offsets.persist(queue);
    }

    /** @param toGroup the group to deliver to again; blank for the own one */
    public void sendMessageBack(MessageExt message, int delayLevel, String brokerName, String toGroup)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        checkRunning();
        String group = toGroup == null || toGroup.isBlank() ? group() : toGroup;
        sendBack.send(message, delayLevel, brokerName, group, consumer.getMaxReconsumeTimes());
    }

    public void registerConsumeMessageHook(ConsumeMessageHook hook) {
        consumeHooks.add(hook);
    }

    public void registerFilterMessageHook(FilterMessageHook hook) {
        pulledMessages.addHook(hook);
    }

    /** The administration calls; only while running. */
    public MQAdminImpl admin() throws MQClientException {
        checkRunning();
        return instance.getMQAdminImpl();
    }

    public RebalanceImpl getRebalanceImpl() {
        return new RebalanceImpl(instance);
    }

    public DefaultMQPullConsumer getDefaultMQPullConsumer() {
        return consumer;
    }

    public OffsetStore getOffsetStore() {
        return offsets;
    }

    public ServiceState getServiceState() {
        return state;
    }

    private void queuesChanged(String topic, Set<MessageQueue> all, Set<MessageQueue> assigned) {
        if (consumer.getMessageQueueListener() != null) {
            consumer.getMessageQueueListener().messageQueueChanged(topic, all, assigned);
        }
    }

    @Override
    public String group() {
        return consumer.getConsumerGroup();
    }

    @Override
    public ConsumeType consumeType() {
        return ConsumeType.CONSUME_ACTIVELY;
    }

    @Override
    public MessageModel messageModel() {
        return consumer.getMessageModel();
    }

    @Override
    public ConsumeFromWhere consumeFromWhere() {
        return ConsumeFromWhere.CONSUME_FROM_LAST_OFFSET;
    }

    @Override
    public boolean unitMode() {
        return consumer.isUnitMode();
    }

    /** The registered topics with version 0; topics that were merely pulled are not announced. */
    @Override
    public Set<SubscriptionData> subscriptions() {
        Set<SubscriptionData> registered = new HashSet<>();
        for (String topic : new ArrayList<>(consumer.getRegisterTopics())) {
            SubscriptionData subscription = new SubscriptionData(topic, SubscriptionData.SUB_ALL);
            subscription.setSubVersion(0);
            registered.add(subscription);
        }
        return registered;
    }

    @Override
    public void rebalance() {
        if (state == ServiceState.RUNNING) {
            rebalance.round(subscriptions.topics());
        }
    }

    @Override
    public void persistOffsets() {
        offsets.persistAll(new HashSet<>(queues.held()));
    }

    @Override
    public boolean lacksQueues(String topic) {
        return subscriptions.contains(topic) && !topicQueues.knows(topic);
    }

    @Override
    public void queuesFound(String topic, Set<MessageQueue> found) {
        if (subscriptions.contains(topic)) {
            topicQueues.found(topic, found);
        }
    }

    @Override
    public Map<MessageQueue, Long> offsetsInMemory(String topic) {
        return offsets.cloneOffsetTable(topic);
    }

    @Override
    public ConsumerRunningInfo runningInfo() {
        ConsumerRunningInfo info = new ConsumerRunningInfo();
        info.setProperties(ConsumerProperties.of(consumer, instance, consumeType(), createdMillis));
        info.setSubscriptionSet(new TreeSet<>(subscriptions()));
        return info;
    }

    private final class Group implements Rebalance.Group {
        @Override
        public String name() {
            return group();
        }

        @Override
        public String clientId() {
            return instance.getClientId();
        }

        @Override
        public MessageModel messageModel() {
            return consumer.getMessageModel();
        }

        @Override
        public AllocateMessageQueueStrategy strategy() {
            return consumer.getAllocateMessageQueueStrategy();
        }

        @Override
        public List<String> members(String topic) {
            return instance.findConsumerIdList(topic, group());
        }
    }
}
