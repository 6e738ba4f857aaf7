package org.apache.rocketmq.client.impl.consumer;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.Validators;
import org.apache.rocketmq.client.consume.DirectPull;
import org.apache.rocketmq.client.consume.LitePullLoop;
import org.apache.rocketmq.client.consume.LiteQueue;
import org.apache.rocketmq.client.consume.PulledMessages;
import org.apache.rocketmq.client.consume.StartOffset;
import org.apache.rocketmq.client.consumer.AllocateMessageQueueStrategy;
import org.apache.rocketmq.client.consumer.DefaultLitePullConsumer;
import org.apache.rocketmq.client.consumer.MessageSelector;
import org.apache.rocketmq.client.consumer.TopicMessageQueueChangeListener;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.store.LocalFileOffsetStore;
import org.apache.rocketmq.client.consumer.store.OffsetStore;
import org.apache.rocketmq.client.consumer.store.ReadOffsetType;
import org.apache.rocketmq.client.consumer.store.RemoteBrokerOffsetStore;
import org.apache.rocketmq.client.exception.HelpLink;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.hook.ConsumeMessageContext;
import org.apache.rocketmq.client.hook.ConsumeMessageHook;
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
import org.apache.rocketmq.remoting.RPCHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lite pull consumer from start to shutdown. Thread-safe; starting, stopping and choosing between subscribing and
 * assigning are guarded by {@code this}. Source: client behaviour, section 13.2.
 */
public class DefaultLitePullConsumerImpl implements ConsumerPart {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);
    private static final long FIRST_TOPIC_CHECK_MILLIS = 10_000;

    private enum Mode {
        NONE,
        SUBSCRIBE,
        ASSIGN
    }

    private final DefaultLitePullConsumer consumer;
    private final RPCHook rpcHook;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Map<String, String> assignExpressions = new ConcurrentHashMap<>();
    private final TopicQueues topicQueues = new TopicQueues();
    private final TopicWatch topicWatch = new TopicWatch(this::fetchMessageQueues);
    private final PulledMessages pulledMessages;
    private final List<ConsumeMessageHook> consumeHooks = new CopyOnWriteArrayList<>();
    private final long createdMillis = System.currentTimeMillis();
    private volatile ServiceState state = ServiceState.CREATE_JUST;
    private volatile Mode mode = Mode.NONE;
    private volatile MQClientInstance instance;
    private volatile OffsetStore offsets;
    private volatile DirectPull directPull;
    private volatile LitePullLoop loop;
    private volatile Rebalance rebalance;
    private volatile long nextAutoCommitMillis;
    // Guarded by this.
    private Set<MessageQueue> assignedBeforeStart = Set.of();
    private ScheduledExecutorService timer;
    private ScheduledExecutorService upkeep;

    /** @param rpcHook may be null */
    public DefaultLitePullConsumerImpl(DefaultLitePullConsumer consumer, RPCHook rpcHook) {
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
        if (consumer.getMessageModel() == MessageModel.CLUSTERING) {
            consumer.changeInstanceNameToPID();
        }
        instance = MQClientManager.getInstance().getOrCreateMQClientInstance(consumer, rpcHook);
        offsets = offsetStore();
        offsets.load();
        timer = ConsumerThreads.one("PullTimer_" + group());
        upkeep = ConsumerThreads.one("ConsumerUpkeep_" + group());
        directPull = new DirectPull(instance, group(), pulledMessages);
        pinBroker();
        loop = new LitePullLoop(consumer, directPull, new LoopOwner(), timer, upkeep);
        rebalance = new Rebalance(new Group(), topicQueues, new LiteHolder(consumer, loop, offsets));
        if (!instance.registerConsumer(this)) {
            state = ServiceState.CREATE_JUST;
            stopThreads();
            throw new MQClientException(
                    HelpLink.see("The consumer group[" + group()
                            + "] has been created before, specify another name please."),
                    null);
        }
        instance.start();
        state = ServiceState.RUNNING;
        LOG.info("lite pull consumer of group {} started: {}", group(), consumer);
        join();
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

    private OffsetStore offsetStore() {
        if (consumer.getOffsetStore() == null) {
            consumer.setOffsetStore(
                    consumer.getMessageModel() == MessageModel.CLUSTERING
                            ? new RemoteBrokerOffsetStore(instance, group())
                            : new LocalFileOffsetStore(instance, group()));
        }
        return consumer.getOffsetStore();
    }

    private void join() throws MQClientException {
        long periodMillis = consumer.getTopicMetadataCheckIntervalMillis();
        upkeep.scheduleAtFixedRate(topicWatch::check, FIRST_TOPIC_CHECK_MILLIS, periodMillis, TimeUnit.MILLISECONDS);
        for (String topic : subscriptions.topics()) {
            instance.routes().refresh(topic);
        }
        assignedBeforeStart.forEach(loop::add);
        for (String topic : topicWatch.topics()) {
            topicWatch.learn(topic);
        }
        announce();
    }

    private void announce() {
        instance.heartbeats().send();
        subscriptions.announced();
        instance.rebalanceLoop().wake();
    }

    public synchronized void shutdown() {
        if (state != ServiceState.RUNNING) {
            return;
        }
        persistOffsets();
        state = ServiceState.SHUTDOWN_ALREADY;
        instance.unregisterConsumer(group());
        instance.shutdown();
        stopThreads();
        Set.copyOf(loop.assigned()).forEach(loop::remove);
        LOG.info("lite pull consumer of group {} stopped", group());
    }

    private void stopThreads() {
        timer.shutdownNow();
        upkeep.shutdownNow();
    }

    public boolean isRunning() {
        return state == ServiceState.RUNNING;
    }

    private void checkRunning() {
        if (state != ServiceState.RUNNING) {
            throw new IllegalStateException("The consumer not running, please start it first.");
        }
    }

    private synchronized void choose(Mode wanted) {
        if (mode != Mode.NONE && mode != wanted) {
            throw new IllegalStateException("Subscribe and assign are mutually exclusive.");
        }
        mode = wanted;
    }

    private interface Change {
        void make() throws Exception;
    }

    private void subscribing(String topic, Change change) throws MQClientException {
        try {
            if (topic == null || topic.isEmpty()) {
                throw new IllegalArgumentException("Topic can not be null or empty.");
            }
            choose(Mode.SUBSCRIBE);
            change.make();
            if (isRunning()) {
                instance.routes().refresh(topic);
                announce();
            }
        } catch (Exception e) {
            throw new MQClientException("subscribe exception", e);
        }
    }

    public void subscribe(String topic, String expression) throws MQClientException {
        subscribing(topic, () -> subscriptions.add(topic, expression));
    }

    public void subscribe(String topic, MessageSelector selector) throws MQClientException {
        subscribing(topic, () -> {
            if (selector == null) {
                throw new IllegalArgumentException("Message selector can not be null.");
            }
            subscriptions.add(topic, selector);
        });
    }

    public void unsubscribe(String topic) {
        subscriptions.remove(topic);
        if (loop != null) {
            for (MessageQueue queue : Set.copyOf(loop.assigned())) {
                if (queue.getTopic().equals(topic)) {
                    loop.remove(queue);
                }
            }
        }
    }

    public synchronized void assign(Collection<MessageQueue> queues) {
        if (queues == null || queues.isEmpty()) {
            throw new IllegalArgumentException("Message queues can not be null or empty.");
        }
        choose(Mode.ASSIGN);
        if (!isRunning()) {
            assignedBeforeStart = Set.copyOf(queues);
            return;
        }
        for (MessageQueue queue : Set.copyOf(loop.assigned())) {
            if (!queues.contains(queue)) {
                loop.remove(queue);
            }
        }
        queues.forEach(loop::add);
    }

    public void setSubExpressionForAssign(String topic, String expression) {
        if (expression == null || expression.isBlank()) {
            throw new IllegalArgumentException("subExpression can not be null or empty.");
        }
        if (state != ServiceState.CREATE_JUST) {
            throw new IllegalStateException("setAssignTag only can be called before start.");
        }
        assignExpressions.put(topic, expression);
    }

    public List<MessageExt> poll(long timeoutMillis) {
        checkRunning();
        if (timeoutMillis < 0) {
            throw new IllegalArgumentException("Timeout must not be negative");
        }
        if (consumer.isAutoCommit()) {
            commitWhenDue();
        }
        try {
            List<MessageExt> messages = loop.poll(timeoutMillis);
            if (consumer.getNamespace() != null) {
                messages.forEach(message -> message.setTopic(consumer.withoutNamespace(message.getTopic())));
            }
            return messages;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private void commitWhenDue() {
        long nowMillis = System.currentTimeMillis();
        if (nowMillis >= nextAutoCommitMillis) {
            commitAll();
            nextAutoCommitMillis = nowMillis + consumer.getAutoCommitIntervalMillis();
        }
    }

    /** Takes what was polled into the offset store's memory. */
    public void commitAll() {
        loop.all().forEach(this::commit);
    }

    private boolean commit(LiteQueue queue) {
        if (queue == null || queue.consumeOffset() < 0) {
            return false;
        }
        offsets.updateOffset(queue.messageQueue(), queue.consumeOffset(), false);
        return true;
    }

    public void commit(Set<MessageQueue> queues, boolean persist) {
        for (MessageQueue queue : queues) {
            if (commit(loop.get(queue)) && persist) {
                offsets.persist(queue);
            }
        }
    }

    public void commit(Map<MessageQueue, Long> positions, boolean persist) {
        positions.forEach((queue, offset) -> {
            if (offset != -1 && loop.get(queue) != null) {
                offsets.updateOffset(queue, offset, false);
                if (persist) {
                    offsets.persist(queue);
                }
            }
        });
    }

    public long committed(MessageQueue queue) throws MQClientException {
        checkRunning();
        long offset = offsets.readOffset(queue, ReadOffsetType.MEMORY_FIRST_THEN_STORE);
        if (offset == -2) {
            throw new MQClientException("Fetch consume offset from broker exception", null);
        }
        return offset;
    }

    public void seek(MessageQueue queue, long offset) throws MQClientException {
        checkRunning();
        if (!loop.assigned().contains(queue)) {
            throw new MQClientException(
                    "The message queue is not in assigned list, "
                            + (mode == Mode.SUBSCRIBE ? "may be rebalancing, " : "")
                            + "message queue: " + queue,
                    null);
        }
        long min = minOffset(queue);
        long max = maxOffset(queue);
        if (offset < min || offset > max) {
            throw new MQClientException(
                    "Seek offset illegal, seek offset = " + offset + ", min offset = " + min + ", max offset = " + max,
                    null);
        }
        loop.seek(queue, offset);
    }

    public long minOffset(MessageQueue queue) throws MQClientException {
        checkRunning();
        return instance.getMQAdminImpl().minOffset(queue);
    }

    public long maxOffset(MessageQueue queue) throws MQClientException {
        checkRunning();
        return instance.getMQAdminImpl().maxOffset(queue);
    }

    public long searchOffset(MessageQueue queue, long timestamp) throws MQClientException {
        checkRunning();
        return instance.getMQAdminImpl().searchOffset(queue, timestamp);
    }

    public void pause(Collection<MessageQueue> queues, boolean on) {
        if (loop != null) {
            loop.pause(queues, on);
        }
    }

    /** The readable queues of a topic, without namespace. */
    public Set<MessageQueue> fetchMessageQueues(String topic) throws MQClientException {
        checkRunning();
        Set<MessageQueue> bare = new HashSet<>();
        for (MessageQueue queue : instance.getMQAdminImpl().fetchSubscribeMessageQueues(topic)) {
            bare.add(new MessageQueue(
                    consumer.withoutNamespace(queue.getTopic()), queue.getBrokerName(), queue.getQueueId()));
        }
        return bare;
    }

    public void registerTopicMessageQueueChangeListener(String topic, TopicMessageQueueChangeListener listener)
            throws MQClientException {
        if (topic == null || listener == null) {
            throw new MQClientException("Topic or listener is null", null);
        }
        topicWatch.add(topic, listener);
        if (isRunning()) {
            topicWatch.learn(topic);
        }
    }

    /** A live view of the assigned queues. */
    public synchronized Set<MessageQueue> assignment() {
        return loop == null ? assignedBeforeStart : loop.assigned();
    }

    public void updateNameServers(String addresses) {
        checkRunning();
        instance.updateNameServers(addresses);
    }

    /** Takes over the facade's choice of a broker node, before or after start. */
    public void pinBroker() {
        if (directPull != null) {
            directPull.pin(consumer.isConnectBrokerByUser() ? consumer.getDefaultBrokerId() : -1);
        }
    }

    public void registerConsumeMessageHook(ConsumeMessageHook hook) {
        consumeHooks.add(hook);
    }

    public MQClientInstance getmQClientFactory() {
        return instance;
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

    @Override
    public Set<SubscriptionData> subscriptions() {
        return subscriptions.all();
    }

    @Override
    public void rebalance() {
        if (isRunning() && mode == Mode.SUBSCRIBE) {
            rebalance.round(subscriptions.topics());
        }
    }

    @Override
    public void persistOffsets() {
        offsets.persistAll(new HashSet<>(loop.assigned()));
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
        return new HashMap<>();
    }

    @Override
    public ConsumerRunningInfo runningInfo() {
        ConsumerRunningInfo info = new ConsumerRunningInfo();
        info.setProperties(ConsumerProperties.of(consumer, instance, consumeType(), createdMillis));
        info.setSubscriptionSet(new TreeSet<>(subscriptions.all()));
        return info;
    }

    private final class LoopOwner implements LitePullLoop.Owner {
        @Override
        public boolean isRunning() {
            return state == ServiceState.RUNNING;
        }

        @Override
        public SubscriptionData subscription(String topic) {
            if (mode == Mode.SUBSCRIBE) {
                return subscriptions.of(topic);
            }
            String expression = assignExpressions.getOrDefault(topic, SubscriptionData.SUB_ALL);
            try {
                return FilterAPI.buildSubscriptionData(topic, expression);
            } catch (Exception e) {
                LOG.error("expression {} of topic {} cannot be used", expression, topic, e);
                return null;
            }
        }

        @Override
        public long startOffset(MessageQueue queue) throws MQClientException {
            return StartOffset.of(
                    queue,
                    offsets,
                    ReadOffsetType.MEMORY_FIRST_THEN_STORE,
                    consumer.getConsumeFromWhere(),
                    consumer.getConsumeTimestamp(),
                    instance.getMQAdminImpl());
        }

        @Override
        public void arrived(MessageQueue queue, List<MessageExt> messages) {
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
