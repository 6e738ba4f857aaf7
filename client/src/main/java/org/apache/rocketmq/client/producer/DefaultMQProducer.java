package org.apache.rocketmq.client.producer;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ExecutorService;
import org.apache.rocketmq.client.ClientConfig;
import org.apache.rocketmq.client.QueryResult;
import org.apache.rocketmq.client.Validators;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.exception.RequestTimeoutException;
import org.apache.rocketmq.client.impl.MQAdminImpl;
import org.apache.rocketmq.client.impl.producer.DefaultMQProducerImpl;
import org.apache.rocketmq.client.trace.AsyncTraceDispatcher;
import org.apache.rocketmq.client.trace.TraceDispatcher;
import org.apache.rocketmq.client.trace.hook.EndTransactionTraceHookImpl;
import org.apache.rocketmq.client.trace.hook.SendMessageTraceHookImpl;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageBatch;
import org.apache.rocketmq.common.message.MessageClientIDSetter;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.apache.rocketmq.remoting.RPCHook;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The producer that applications use: set its properties, start it once, send from any thread, shut it down.
 *
 * <p>Thread-safe once started. Source: client behaviour, section 5.
 */
public class DefaultMQProducer extends ClientConfig implements MQProducer {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);

    protected final DefaultMQProducerImpl defaultMQProducerImpl;

    private final Set<Integer> retryResponseCodes = new CopyOnWriteArraySet<>(List.of(
            ResponseCode.TOPIC_NOT_EXIST,
            ResponseCode.SERVICE_NOT_AVAILABLE,
            ResponseCode.SYSTEM_ERROR,
            ResponseCode.NO_PERMISSION,
            ResponseCode.NO_BUYER_ID,
            ResponseCode.NOT_IN_CURRENT_UNIT));
    private String producerGroup = MixAll.DEFAULT_PRODUCER_GROUP;
    private String createTopicKey = TopicValidator.AUTO_CREATE_TOPIC_KEY_TOPIC;
    private int defaultTopicQueueNums = 4;
    private int sendMsgTimeout = 3_000;
    private int compressMsgBodyOverHowmuch = 1024 * 4;
    private int retryTimesWhenSendFailed = 2;
    private int retryTimesWhenSendAsyncFailed = 2;
    private boolean retryAnotherBrokerWhenNotStoreOK;
    private int maxMessageSize = 1024 * 1024 * 4;
    // Spring sets this by reflection. Null without trace.
    private TraceDispatcher traceDispatcher;

    public DefaultMQProducer() {
        this(null, MixAll.DEFAULT_PRODUCER_GROUP, null);
    }

    public DefaultMQProducer(RPCHook rpcHook) {
        this(null, MixAll.DEFAULT_PRODUCER_GROUP, rpcHook);
    }

    public DefaultMQProducer(String producerGroup) {
        this(null, producerGroup, null);
    }

    public DefaultMQProducer(String producerGroup, RPCHook rpcHook) {
        this(null, producerGroup, rpcHook);
    }

    public DefaultMQProducer(String namespace, String producerGroup) {
        this(namespace, producerGroup, null);
    }

    public DefaultMQProducer(String namespace, String producerGroup, RPCHook rpcHook) {
        this(namespace, producerGroup, rpcHook, false, null);
    }

    public DefaultMQProducer(String producerGroup, boolean enableMsgTrace) {
        this(null, producerGroup, null, enableMsgTrace, null);
    }

    public DefaultMQProducer(String producerGroup, boolean enableMsgTrace, String customizedTraceTopic) {
        this(null, producerGroup, null, enableMsgTrace, customizedTraceTopic);
    }

    public DefaultMQProducer(
            String producerGroup, RPCHook rpcHook, boolean enableMsgTrace, String customizedTraceTopic) {
        this(null, producerGroup, rpcHook, enableMsgTrace, customizedTraceTopic);
    }

    /**
     * @param rpcHook sees and may sign every request; null for none
     * @param enableMsgTrace whether sends and ends of transactions are traced
     * @param customizedTraceTopic where traces go; blank for {@code RMQ_SYS_TRACE_TOPIC}
     */
    public DefaultMQProducer(
            String namespace,
            String producerGroup,
            RPCHook rpcHook,
            boolean enableMsgTrace,
            String customizedTraceTopic) {
        this.namespace = namespace;
        this.producerGroup = producerGroup;
        this.defaultMQProducerImpl = new DefaultMQProducerImpl(this, rpcHook);
        if (enableMsgTrace) {
            AsyncTraceDispatcher dispatcher = new AsyncTraceDispatcher(
                    producerGroup, TraceDispatcher.Type.PRODUCE, customizedTraceTopic, rpcHook);
            dispatcher.setHostProducer(defaultMQProducerImpl);
            traceDispatcher = dispatcher;
            defaultMQProducerImpl.registerSendMessageHook(new SendMessageTraceHookImpl(dispatcher));
            defaultMQProducerImpl.registerEndTransactionHook(new EndTransactionTraceHookImpl(dispatcher));
        }
    }

    /**
     * Connects this producer.
     *
     * @throws MQClientException when it was started before, the group is illegal or taken in this instance
     */
    @Override
    public void start() throws MQClientException {
        setProducerGroup(withNamespace(producerGroup));
        defaultMQProducerImpl.start();
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
        defaultMQProducerImpl.shutdown();
        if (traceDispatcher != null) {
            traceDispatcher.shutdown();
        }
    }

    @Override
    public SendResult send(Message msg)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        return defaultMQProducerImpl.send(msg, getSendMsgTimeout());
    }

    @Override
    public SendResult send(Message msg, long timeout)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        return defaultMQProducerImpl.send(msg, timeout);
    }

    @Override
    public void send(Message msg, SendCallback sendCallback)
            throws MQClientException, RemotingException, InterruptedException {
        defaultMQProducerImpl.sendAsync(msg, sendCallback, getSendMsgTimeout());
    }

    @Override
    public void send(Message msg, SendCallback sendCallback, long timeout)
            throws MQClientException, RemotingException, InterruptedException {
        defaultMQProducerImpl.sendAsync(msg, sendCallback, timeout);
    }

    @Override
    public void sendOneway(Message msg) throws MQClientException, RemotingException, InterruptedException {
        defaultMQProducerImpl.sendOneway(msg);
    }

    @Override
    public SendResult send(Message msg, MessageQueue mq)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        return defaultMQProducerImpl.send(msg, mq, getSendMsgTimeout());
    }

    @Override
    public SendResult send(Message msg, MessageQueue mq, long timeout)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        return defaultMQProducerImpl.send(msg, mq, timeout);
    }

    @Override
    public void send(Message msg, MessageQueue mq, SendCallback sendCallback)
            throws MQClientException, RemotingException, InterruptedException {
        defaultMQProducerImpl.sendAsync(msg, mq, sendCallback, getSendMsgTimeout());
    }

    @Override
    public void send(Message msg, MessageQueue mq, SendCallback sendCallback, long timeout)
            throws MQClientException, RemotingException, InterruptedException {
        defaultMQProducerImpl.sendAsync(msg, mq, sendCallback, timeout);
    }

    @Override
    public void sendOneway(Message msg, MessageQueue mq)
            throws MQClientException, RemotingException, InterruptedException {
        defaultMQProducerImpl.sendOneway(msg, mq);
    }

    @Override
    public SendResult send(Message msg, MessageQueueSelector selector, Object arg)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        return defaultMQProducerImpl.send(msg, selector, arg, getSendMsgTimeout());
    }

    @Override
    public SendResult send(Message msg, MessageQueueSelector selector, Object arg, long timeout)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        return defaultMQProducerImpl.send(msg, selector, arg, timeout);
    }

    @Override
    public void send(Message msg, MessageQueueSelector selector, Object arg, SendCallback sendCallback)
            throws MQClientException, RemotingException, InterruptedException {
        defaultMQProducerImpl.sendAsync(msg, selector, arg, sendCallback, getSendMsgTimeout());
    }

    @Override
    public void send(Message msg, MessageQueueSelector selector, Object arg, SendCallback sendCallback, long timeout)
            throws MQClientException, RemotingException, InterruptedException {
        defaultMQProducerImpl.sendAsync(msg, selector, arg, sendCallback, timeout);
    }

    @Override
    public void sendOneway(Message msg, MessageQueueSelector selector, Object arg)
            throws MQClientException, RemotingException, InterruptedException {
        defaultMQProducerImpl.sendOneway(msg, selector, arg);
    }

    @Override
    public SendResult send(Collection<Message> msgs)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        return defaultMQProducerImpl.send(batch(msgs), getSendMsgTimeout());
    }

    @Override
    public SendResult send(Collection<Message> msgs, long timeout)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        return defaultMQProducerImpl.send(batch(msgs), timeout);
    }

    @Override
    public SendResult send(Collection<Message> msgs, MessageQueue mq)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        return defaultMQProducerImpl.send(batch(msgs), mq, getSendMsgTimeout());
    }

    @Override
    public SendResult send(Collection<Message> msgs, MessageQueue mq, long timeout)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        return defaultMQProducerImpl.send(batch(msgs), mq, timeout);
    }

    @Override
    public void send(Collection<Message> msgs, SendCallback sendCallback)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        defaultMQProducerImpl.sendAsync(batch(msgs), sendCallback, getSendMsgTimeout());
    }

    @Override
    public void send(Collection<Message> msgs, SendCallback sendCallback, long timeout)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        defaultMQProducerImpl.sendAsync(batch(msgs), sendCallback, timeout);
    }

    @Override
    public void send(Collection<Message> msgs, MessageQueue mq, SendCallback sendCallback)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        defaultMQProducerImpl.sendAsync(batch(msgs), mq, sendCallback, getSendMsgTimeout());
    }

    @Override
    public void send(Collection<Message> msgs, MessageQueue mq, SendCallback sendCallback, long timeout)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        defaultMQProducerImpl.sendAsync(batch(msgs), mq, sendCallback, timeout);
    }

    /** Packs messages of one topic into one. */
    private MessageBatch batch(Collection<Message> msgs) throws MQClientException {
        try {
            MessageBatch batch = MessageBatch.generateFromList(msgs);
            for (Message message : batch) {
                Validators.checkMessage(message, this);
                MessageClientIDSetter.setUniqID(message);
            }
            batch.setBody(batch.encode());
            return batch;
        } catch (MQClientException | RuntimeException e) {
            throw new MQClientException("Failed to initiate the MessageBatch", e);
        }
    }

    @Override
    public Message request(Message msg, long timeout)
            throws RequestTimeoutException, MQClientException, RemotingException, MQBrokerException,
                    InterruptedException {
        return defaultMQProducerImpl.request(msg, timeout);
    }

    @Override
    public void request(Message msg, RequestCallback requestCallback, long timeout)
            throws MQClientException, RemotingException, InterruptedException, MQBrokerException {
        defaultMQProducerImpl.request(msg, requestCallback, timeout);
    }

    @Override
    public Message request(Message msg, MessageQueueSelector selector, Object arg, long timeout)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException,
                    RequestTimeoutException {
        return defaultMQProducerImpl.request(msg, selector, arg, timeout);
    }

    @Override
    public void request(
            Message msg, MessageQueueSelector selector, Object arg, RequestCallback requestCallback, long timeout)
            throws MQClientException, RemotingException, InterruptedException, MQBrokerException {
        defaultMQProducerImpl.request(msg, selector, arg, requestCallback, timeout);
    }

    @Override
    public Message request(Message msg, MessageQueue mq, long timeout)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException,
                    RequestTimeoutException {
        return defaultMQProducerImpl.request(msg, mq, timeout);
    }

    @Override
    public void request(Message msg, MessageQueue mq, RequestCallback requestCallback, long timeout)
            throws MQClientException, RemotingException, InterruptedException, MQBrokerException {
        defaultMQProducerImpl.request(msg, mq, requestCallback, timeout);
    }

    @Deprecated
    @Override
    public TransactionSendResult sendMessageInTransaction(
            Message msg, LocalTransactionExecuter tranExecuter, Object arg) throws MQClientException {
        throw new RuntimeException("sendMessageInTransaction not implement, please use TransactionMQProducer class");
    }

    @Override
    public TransactionSendResult sendMessageInTransaction(Message msg, Object arg) throws MQClientException {
        throw new RuntimeException("sendMessageInTransaction not implement, please use TransactionMQProducer class");
    }

    @Override
    public List<MessageQueue> fetchPublishMessageQueues(String topic) throws MQClientException {
        return admin().fetchPublishMessageQueues(withNamespace(topic));
    }

    @Deprecated
    @Override
    public void createTopic(String key, String newTopic, int queueNum) throws MQClientException {
        admin().createTopic(key, withNamespace(newTopic), queueNum);
    }

    @Deprecated
    @Override
    public void createTopic(String key, String newTopic, int queueNum, int topicSysFlag) throws MQClientException {
        admin().createTopic(key, withNamespace(newTopic), queueNum, topicSysFlag);
    }

    @Override
    public long searchOffset(MessageQueue mq, long timestamp) throws MQClientException {
        return admin().searchOffset(queueWithNamespace(mq), timestamp);
    }

    @Deprecated
    @Override
    public long maxOffset(MessageQueue mq) throws MQClientException {
        return admin().maxOffset(queueWithNamespace(mq));
    }

    @Deprecated
    @Override
    public long minOffset(MessageQueue mq) throws MQClientException {
        return admin().minOffset(queueWithNamespace(mq));
    }

    @Deprecated
    @Override
    public long earliestMsgStoreTime(MessageQueue mq) throws MQClientException {
        return admin().earliestMsgStoreTime(queueWithNamespace(mq));
    }

    @Deprecated
    @Override
    public MessageExt viewMessage(String offsetMsgId)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        return admin().viewMessage(offsetMsgId);
    }

    @Deprecated
    @Override
    public QueryResult queryMessage(String topic, String key, int maxNum, long begin, long end)
            throws MQClientException, InterruptedException {
        return admin().queryMessage(withNamespace(topic), key, maxNum, begin, end);
    }

    @Deprecated
    @Override
    public MessageExt viewMessage(String topic, String msgId)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        return admin().viewMessage(withNamespace(topic), msgId);
    }

    private MQAdminImpl admin() throws MQClientException {
        defaultMQProducerImpl.checkRunning();
        return defaultMQProducerImpl.getmQClientFactory().getMQAdminImpl();
    }

    /** Replaces the threads that callbacks run on, for all facades of the instance; needs a started producer. */
    public void setCallbackExecutor(ExecutorService callbackExecutor) {
        defaultMQProducerImpl.setCallbackExecutor(callbackExecutor);
    }

    /** Lets every asynchronous send start on {@code asyncSenderExecutor}. */
    public void setAsyncSenderExecutor(ExecutorService asyncSenderExecutor) {
        defaultMQProducerImpl.setAsyncSenderExecutor(asyncSenderExecutor);
    }

    /** Also tries another broker when one answers with {@code responseCode}. */
    public void addRetryResponseCode(int responseCode) {
        retryResponseCodes.add(responseCode);
    }

    public Set<Integer> getRetryResponseCodes() {
        return retryResponseCodes;
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

    @Deprecated
    public DefaultMQProducerImpl getDefaultMQProducerImpl() {
        return defaultMQProducerImpl;
    }

    /** The group; with its namespace once started. */
    public String getProducerGroup() {
        return producerGroup;
    }

    public void setProducerGroup(String producerGroup) {
        this.producerGroup = producerGroup;
    }

    /** The topic whose route stands in for topics that do not exist yet. */
    public String getCreateTopicKey() {
        return createTopicKey;
    }

    public void setCreateTopicKey(String createTopicKey) {
        this.createTopicKey = createTopicKey;
    }

    /** Queues per broker of topics that are created by sending. */
    public int getDefaultTopicQueueNums() {
        return defaultTopicQueueNums;
    }

    public void setDefaultTopicQueueNums(int defaultTopicQueueNums) {
        this.defaultTopicQueueNums = defaultTopicQueueNums;
    }

    /** Time-out (ms) of a send with all its tries. */
    public int getSendMsgTimeout() {
        return sendMsgTimeout;
    }

    public void setSendMsgTimeout(int sendMsgTimeout) {
        this.sendMsgTimeout = sendMsgTimeout;
    }

    /** Bodies of at least this many bytes are compressed. */
    public int getCompressMsgBodyOverHowmuch() {
        return compressMsgBodyOverHowmuch;
    }

    public void setCompressMsgBodyOverHowmuch(int compressMsgBodyOverHowmuch) {
        this.compressMsgBodyOverHowmuch = compressMsgBodyOverHowmuch;
    }

    /** How often a synchronous send is tried again. */
    public int getRetryTimesWhenSendFailed() {
        return retryTimesWhenSendFailed;
    }

    public void setRetryTimesWhenSendFailed(int retryTimesWhenSendFailed) {
        this.retryTimesWhenSendFailed = retryTimesWhenSendFailed;
    }

    /** How often an asynchronous send is tried again. */
    public int getRetryTimesWhenSendAsyncFailed() {
        return retryTimesWhenSendAsyncFailed;
    }

    public void setRetryTimesWhenSendAsyncFailed(int retryTimesWhenSendAsyncFailed) {
        this.retryTimesWhenSendAsyncFailed = retryTimesWhenSendAsyncFailed;
    }

    /** Whether a result other than SEND_OK is tried on another broker. */
    public boolean isRetryAnotherBrokerWhenNotStoreOK() {
        return retryAnotherBrokerWhenNotStoreOK;
    }

    public void setRetryAnotherBrokerWhenNotStoreOK(boolean retryAnotherBrokerWhenNotStoreOK) {
        this.retryAnotherBrokerWhenNotStoreOK = retryAnotherBrokerWhenNotStoreOK;
    }

    /** Largest body (bytes, uncompressed). */
    public int getMaxMessageSize() {
        return maxMessageSize;
    }

    public void setMaxMessageSize(int maxMessageSize) {
        this.maxMessageSize = maxMessageSize;
    }

    /** Whether sends use the fast port; the same setting as the VIP channel. */
    public boolean isSendMessageWithVIPChannel() {
        return isVipChannelEnabled();
    }

    public void setSendMessageWithVIPChannel(boolean sendMessageWithVIPChannel) {
        setVipChannelEnabled(sendMessageWithVIPChannel);
    }

    /** Pauses (ms) of brokers by latency; used with sendLatencyFaultEnable. */
    public long[] getNotAvailableDuration() {
        return defaultMQProducerImpl.faults().getNotAvailableDuration();
    }

    public void setNotAvailableDuration(long[] notAvailableDuration) {
        defaultMQProducerImpl.faults().setNotAvailableDuration(notAvailableDuration);
    }

    /** Latency thresholds (ms), ascending. */
    public long[] getLatencyMax() {
        return defaultMQProducerImpl.faults().getLatencyMax();
    }

    public void setLatencyMax(long[] latencyMax) {
        defaultMQProducerImpl.faults().setLatencyMax(latencyMax);
    }

    /** Whether slow brokers are avoided for a while. */
    public boolean isSendLatencyFaultEnable() {
        return defaultMQProducerImpl.faults().isEnabled();
    }

    public void setSendLatencyFaultEnable(boolean sendLatencyFaultEnable) {
        defaultMQProducerImpl.faults().setEnabled(sendLatencyFaultEnable);
    }
}
