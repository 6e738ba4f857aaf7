package org.apache.rocketmq.client.impl.consumer;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.consume.ListenerHooks;
import org.apache.rocketmq.client.consume.PulledMessages;
import org.apache.rocketmq.client.consumer.AllocateMessageQueueStrategy;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.MessageSelector;
import org.apache.rocketmq.client.consumer.store.OffsetStore;
import org.apache.rocketmq.client.exception.HelpLink;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.hook.ConsumeMessageHook;
import org.apache.rocketmq.client.hook.FilterMessageHook;
import org.apache.rocketmq.client.impl.MQAdminImpl;
import org.apache.rocketmq.client.impl.MQClientManager;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.client.instance.ConsumerPart;
import org.apache.rocketmq.client.rebalance.TopicQueues;
import org.apache.rocketmq.client.route.TopicRoute;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.ServiceState;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.filter.ExpressionType;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.body.ConsumeMessageDirectlyResult;
import org.apache.rocketmq.common.protocol.body.ConsumerRunningInfo;
import org.apache.rocketmq.common.protocol.heartbeat.ConsumeType;
import org.apache.rocketmq.common.protocol.heartbeat.MessageModel;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.apache.rocketmq.remoting.RPCHook;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A push consumer from start to shutdown: wires its parts and is what the shared instance sees of it. Thread-safe; starting
 * and stopping are guarded by {@code this}. Source: client behaviour, section 10.
 */
public class DefaultMQPushConsumerImpl implements ConsumerPart {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);
    /** Time that running listeners get before a reset sets the offsets. */
    private static final long RESET_WAIT_MILLIS = 10_000;

    private static final long NEW_TOPIC_DELAY_MILLIS = 2_000;

    private final DefaultMQPushConsumer consumer;
    private final RPCHook rpcHook;
    private final Subscriptions subscriptions = new Subscriptions();
    private final TopicQueues topicQueues = new TopicQueues();
    private final ListenerHooks hooks;
    private final PulledMessages pulledMessages;
    private final long createdMillis = System.currentTimeMillis();
    private volatile ServiceState state = ServiceState.CREATE_JUST;
    private volatile boolean suspended;
    private volatile MQClientInstance instance;
    private volatile PushParts parts;

    /** @param rpcHook may be null */
    public DefaultMQPushConsumerImpl(DefaultMQPushConsumer consumer, RPCHook rpcHook) {
        this.consumer = consumer;
        this.rpcHook = rpcHook;
        this.hooks = new ListenerHooks(consumer);
        this.pulledMessages = new PulledMessages(consumer::getConsumerGroup, consumer::isUnitMode);
    }

    public synchronized void start() throws MQClientException {
        if (state != ServiceState.CREATE_JUST) {
            throw new MQClientException(
                    HelpLink.see("The PushConsumer service state not OK, maybe started once, " + state), null);
        }
        state = ServiceState.START_FAILED;
        PushConsumerChecks.check(consumer);
        copySubscriptions();
        if (consumer.getMessageModel() == MessageModel.CLUSTERING) {
            consumer.changeInstanceNameToPID();
        }
        instance = MQClientManager.getInstance().getOrCreateMQClientInstance(consumer, rpcHook);
        parts = new PushParts(consumer, instance, subscriptions, topicQueues, hooks, pulledMessages, new PartsOwner());
        parts.offsets.load();
        parts.consumption.start();
        if (!instance.registerConsumer(this)) {
            state = ServiceState.CREATE_JUST;
            parts.consumption.stop(consumer.getAwaitTerminationMillisWhenShutdown());
            parts.stopThreads();
            throw new MQClientException(
                    HelpLink.see("The consumer group[" + group()
                            + "] has been created before, specify another name please."),
                    null);
        }
        instance.start();
        state = ServiceState.RUNNING;
        LOG.info("push consumer of group {} started: {}", group(), consumer);
        join();
    }

    /** 4.9 quirk: a failure here is thrown although the consumer runs. */
    private void join() throws MQClientException {
        for (String topic : subscriptions.topics()) {
            instance.routes().refresh(topic);
        }
        for (SubscriptionData subscription : subscriptions.all()) {
            if (!ExpressionType.isTagType(subscription.getExpressionType())) {
                checkAtBroker(subscription);
            }
        }
        announce();
        instance.rebalanceLoop().wake();
        if (subscriptions.topics().stream().anyMatch(this::lacksQueues)) {
            // The first heartbeat of a group makes its retry topic, which name servers know a moment later.
            parts.after(NEW_TOPIC_DELAY_MILLIS, instance.rebalanceLoop()::wake);
        }
    }

    private void announce() {
        instance.heartbeats().send();
        subscriptions.announced();
    }

    private void checkAtBroker(SubscriptionData subscription) throws MQClientException {
        String address = instance.randomBroker(subscription.getTopic());
        if (address == null) {
            return;
        }
        try {
            instance.brokerApi()
                    .checkClient(
                            address,
                            group(),
                            instance.getClientId(),
                            subscription,
                            instance.getClientConfig().getMqClientApiTimeout());
        } catch (RemotingException e) {
            throw new MQClientException(
                    "Check client in broker error, maybe because you use " + subscription.getExpressionType()
                            + " to filter message, but server has not been upgraded to support!This error would not"
                            + " affect the launch of consumer, but may has impact on message receiving if you have use"
                            + " the new features which are not supported by server, please check the log!",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MQClientException("Check client in broker interrupted", e);
        }
    }

    private void copySubscriptions() throws MQClientException {
        try {
            for (Map.Entry<String, String> each : consumer.getSubscription().entrySet()) {
                subscriptions.add(each.getKey(), each.getValue());
            }
            if (consumer.getMessageModel() == MessageModel.CLUSTERING) {
                subscriptions.add(MixAll.getRetryTopic(group()), SubscriptionData.SUB_ALL);
            }
        } catch (Exception e) {
            throw new MQClientException("subscription exception", e);
        }
    }

    public synchronized void shutdown(long awaitTerminateMillis) {
        if (state != ServiceState.RUNNING) {
            return;
        }
        state = ServiceState.SHUTDOWN_ALREADY;
        parts.consumption.stop(awaitTerminateMillis);
        persistOffsets();
        // After the offsets are on their way, so that the next holder begins behind them.
        parts.consumption.release();
        instance.unregisterConsumer(group());
        instance.shutdown();
        parts.held.dropAll();
        parts.stopThreads();
        LOG.info("push consumer of group {} stopped", group());
    }

    private void checkRunning() throws MQClientException {
        if (state != ServiceState.RUNNING) {
            throw new MQClientException(HelpLink.see("The consumer service state not OK, " + state), null);
        }
    }

    public void subscribe(String topic, String subExpression) throws MQClientException {
        subscribing(() -> subscriptions.add(topic, subExpression));
    }

    public void subscribe(String topic, String fullClassName, String filterClassSource) throws MQClientException {
        subscribing(() -> subscriptions.addClassFilter(topic, fullClassName, filterClassSource));
    }

    public void subscribe(String topic, MessageSelector selector) throws MQClientException {
        subscribing(() -> subscriptions.add(topic, selector));
    }

    private interface Change {
        void make() throws Exception;
    }

    private void subscribing(Change change) throws MQClientException {
        try {
            change.make();
            if (state == ServiceState.RUNNING) {
                announce();
            }
        } catch (Exception e) {
            throw new MQClientException("subscription exception", e);
        }
    }

    public void unsubscribe(String topic) {
        subscriptions.remove(topic);
    }

    public void suspend() {
        suspended = true;
        LOG.info("group {} suspended", group());
    }

    public void resume() {
        suspended = false;
        if (instance != null) {
            instance.rebalanceLoop().wake();
        }
        LOG.info("group {} resumed", group());
    }

    public void updateCorePoolSize(int corePoolSize) {
        if (parts != null) {
            parts.consumption.updateCorePoolSize(corePoolSize);
        }
    }

    /** @param brokerName null for the host that stored the message */
    public void sendMessageBack(MessageExt message, int delayLevel, String brokerName)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        checkRunning();
        int most = consumer.getMaxReconsumeTimes() == -1 ? 16 : consumer.getMaxReconsumeTimes();
        parts.sendBack.send(message, delayLevel, brokerName, group(), most);
    }

    /** The readable queues of a topic, without namespace. */
    public Set<MessageQueue> fetchSubscribeMessageQueues(String topic) throws MQClientException {
        checkRunning();
        Set<MessageQueue> found = topicQueues.of(topic);
        if (found == null) {
            instance.routes().refresh(topic);
            TopicRoute route = instance.routes().find(topic);
            found = route == null ? null : route.subscribe();
        }
        if (found == null) {
            throw new MQClientException("The topic[" + topic + "] not exist", null);
        }
        Set<MessageQueue> bare = new HashSet<>();
        for (MessageQueue queue : found) {
            bare.add(new MessageQueue(
                    consumer.withoutNamespace(queue.getTopic()), queue.getBrokerName(), queue.getQueueId()));
        }
        return bare;
    }

    public void registerConsumeMessageHook(ConsumeMessageHook hook) {
        hooks.add(hook);
    }

    public void registerFilterMessageHook(FilterMessageHook hook) {
        pulledMessages.addHook(hook);
    }

    /** The shared instance; null before start. */
    public MQClientInstance getmQClientFactory() {
        return instance;
    }

    public DefaultMQPushConsumer getDefaultMQPushConsumer() {
        return consumer;
    }

    public ServiceState getServiceState() {
        return state;
    }

    public OffsetStore getOffsetStore() {
        return parts == null ? null : parts.offsets;
    }

    /** The administration calls; only while running. */
    public MQAdminImpl admin() throws MQClientException {
        checkRunning();
        return instance.getMQAdminImpl();
    }

    @Override
    public String group() {
        return consumer.getConsumerGroup();
    }

    @Override
    public ConsumeType consumeType() {
        return ConsumeType.CONSUME_PASSIVELY;
    }

    @Override
    public MessageModel messageModel() {
        return consumer.getMessageModel();
    }

    @Override
    public ConsumeFromWhere consumeFromWhere() {
        return consumer.getConsumeFromWhere();
    }

    @Override
    public boolean unitMode() {
        return consumer.isUnitMode();
    }

    @Override
    public Set<SubscriptionData> subscriptions() {
        return subscriptions.all();
    }

    @Override
    public void rebalance() {
        if (!suspended && state == ServiceState.RUNNING) {
            subscriptions.topics().forEach(this::findQueues);
            parts.rebalance.round(subscriptions.topics());
        }
    }

    /** Topics that came into being after start, such as the retry topic, need not wait for the periodic refresh. */
    private void findQueues(String topic) {
        if (lacksQueues(topic)) {
            try {
                instance.routes().refresh(topic);
            } catch (IllegalStateException e) {
                LOG.warn("route of topic {} unknown: {}", topic, e.toString());
            }
        }
    }

    @Override
    public void persistOffsets() {
        parts.offsets.persistAll(new HashSet<>(parts.held.keys()));
    }

    @Override
    public boolean lacksQueues(String topic) {
        return subscriptions.contains(topic) && !topicQueues.knows(topic);
    }

    @Override
    public void queuesFound(String topic, Set<MessageQueue> queues) {
        if (subscriptions.contains(topic)) {
            topicQueues.found(topic, queues);
        }
    }

    @Override
    public void resetOffsets(String topic, Map<MessageQueue, Long> offsets) {
        suspend();
        try {
            parts.keeper.stop(topic, offsets.keySet());
            TimeUnit.MILLISECONDS.sleep(RESET_WAIT_MILLIS);
            parts.keeper.reset(topic, offsets);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            resume();
        }
    }

    @Override
    public Map<MessageQueue, Long> offsetsInMemory(String topic) {
        return parts.offsets.cloneOffsetTable(topic);
    }

    @Override
    public ConsumerRunningInfo runningInfo() {
        return PushRunningInfo.of(consumer, instance, parts, subscriptions.all(), createdMillis);
    }

    @Override
    public ConsumeMessageDirectlyResult consumeDirectly(MessageExt message, String brokerName) {
        return parts.consumption.consumeDirectly(message, brokerName);
    }

    /** What the parts ask and tell. */
    private final class PartsOwner implements PushParts.Owner {
        @Override
        public boolean isRunning() {
            return state == ServiceState.RUNNING;
        }

        @Override
        public boolean isSuspended() {
            return suspended;
        }

        @Override
        public void takeAnew(MessageQueue queue) {
            parts.keeper.giveBack(queue);
            instance.rebalanceLoop().wake();
        }

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

        @Override
        public void queuesChanged(String topic, Set<MessageQueue> all, Set<MessageQueue> assigned) {
            subscriptions.renew(topic);
            int held = parts.held.keys().size();
            if (held > 0 && consumer.getPullThresholdForTopic() != -1) {
                consumer.setPullThresholdForQueue(Math.max(1, consumer.getPullThresholdForTopic() / held));
            }
            if (held > 0 && consumer.getPullThresholdSizeForTopic() != -1) {
                consumer.setPullThresholdSizeForQueue(Math.max(1, consumer.getPullThresholdSizeForTopic() / held));
            }
            announce();
        }
    }
}
