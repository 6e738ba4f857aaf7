package org.apache.rocketmq.client.impl.producer;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.apache.rocketmq.client.Validators;
import org.apache.rocketmq.client.exception.HelpLink;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.exception.RequestTimeoutException;
import org.apache.rocketmq.client.hook.CheckForbiddenHook;
import org.apache.rocketmq.client.hook.EndTransactionHook;
import org.apache.rocketmq.client.hook.SendMessageHook;
import org.apache.rocketmq.client.impl.MQClientManager;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.client.instance.ProducerPart;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.LocalTransactionState;
import org.apache.rocketmq.client.producer.MessageQueueSelector;
import org.apache.rocketmq.client.producer.RequestCallback;
import org.apache.rocketmq.client.producer.SendCallback;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.producer.TransactionSendResult;
import org.apache.rocketmq.client.request.Requests;
import org.apache.rocketmq.client.route.PublishQueues;
import org.apache.rocketmq.client.send.BodyCompression;
import org.apache.rocketmq.client.send.BrokerFaults;
import org.apache.rocketmq.client.send.SendHooks;
import org.apache.rocketmq.client.send.Sender;
import org.apache.rocketmq.client.transaction.TransactionChecks;
import org.apache.rocketmq.client.transaction.Transactions;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.ServiceState;
import org.apache.rocketmq.common.ThreadFactoryImpl;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageAccessor;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.header.CheckTransactionStateRequestHeader;
import org.apache.rocketmq.remoting.RPCHook;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.exception.RemotingTooMuchRequestException;

/**
 * A producer's state, hooks and executors. Owns the async sender threads. Thread-safe; start and shutdown are guarded by
 * {@code this}. Source: client behaviour, section 5.
 */
public class DefaultMQProducerImpl implements ProducerPart {
    private static final int ASYNC_QUEUE_SIZE = 50_000;

    private final DefaultMQProducer producer;
    private final RPCHook rpcHook;
    private final SendHooks hooks;
    private final List<EndTransactionHook> endTransactionHooks = new CopyOnWriteArrayList<>();
    private final BrokerFaults faults = new BrokerFaults();
    private final BodyCompression compression = BodyCompression.configured();
    private final ThreadPoolExecutor defaultAsyncSenders;
    private volatile ExecutorService asyncSenders;
    private volatile ServiceState state = ServiceState.CREATE_JUST;
    private volatile MQClientInstance instance;
    private volatile Sender sender;
    private volatile Transactions transactions;
    private volatile Requests requests;
    // Null on producers without transactions.
    private volatile TransactionChecks checks;

    public DefaultMQProducerImpl(DefaultMQProducer producer, RPCHook rpcHook) {
        this.producer = producer;
        this.rpcHook = rpcHook;
        this.hooks = new SendHooks(this, producer);
        int threads = Runtime.getRuntime().availableProcessors();
        this.defaultAsyncSenders = new ThreadPoolExecutor(
                threads,
                threads,
                60,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(ASYNC_QUEUE_SIZE),
                new ThreadFactoryImpl("AsyncSenderExecutor_", true));
        defaultAsyncSenders.allowCoreThreadTimeOut(true);
    }

    /** Starts with the instance of the facade's client id. */
    public synchronized void start() throws MQClientException {
        switch (state) {
            case CREATE_JUST -> {
                state = ServiceState.START_FAILED;
                checkGroup();
                if (!producer.getProducerGroup().equals(MixAll.CLIENT_INNER_PRODUCER_GROUP)) {
                    producer.changeInstanceNameToPID();
                }
                join(MQClientManager.getInstance().getOrCreateMQClientInstance(producer, rpcHook));
                instance.start();
                state = ServiceState.RUNNING;
            }
            default ->
                throw new MQClientException(
                        HelpLink.see("The producer service state not OK, maybe started once, " + state), null);
        }
        instance.heartbeats().send();
    }

    /** Starts as the inner producer of {@code owner}. */
    public synchronized void start(MQClientInstance owner) throws MQClientException {
        join(owner);
        state = ServiceState.RUNNING;
    }

    private void checkGroup() throws MQClientException {
        Validators.checkGroup(producer.getProducerGroup());
        if (producer.getProducerGroup().equals(MixAll.DEFAULT_PRODUCER_GROUP)) {
            throw new MQClientException(
                    "producerGroup can not equal " + MixAll.DEFAULT_PRODUCER_GROUP + ", please specify another one.",
                    null);
        }
    }

    private void join(MQClientInstance joined) throws MQClientException {
        if (!joined.registerProducer(this)) {
            state = ServiceState.CREATE_JUST;
            throw new MQClientException(
                    HelpLink.see("The producer group[" + producer.getProducerGroup()
                            + "] has been created before, specify another name please."),
                    null);
        }
        joined.routes().publish(producer.getCreateTopicKey());
        instance = joined;
        sender = new Sender(producer, joined, hooks, faults, compression);
        transactions = new Transactions(producer, joined, endTransactionHooks);
        requests = new Requests(producer, joined);
    }

    public synchronized void shutdown() {
        if (state == ServiceState.RUNNING) {
            leave();
            instance.shutdown();
        }
    }

    /** Leaves the instance, which goes on. */
    public synchronized void leave() {
        if (state == ServiceState.RUNNING) {
            state = ServiceState.SHUTDOWN_ALREADY;
            instance.unregisterProducer(producer.getProducerGroup());
            defaultAsyncSenders.shutdown();
        }
    }

    /** Throws unless running. */
    public void checkRunning() throws MQClientException {
        if (state != ServiceState.RUNNING) {
            throw new MQClientException(HelpLink.see("The producer service state not OK, " + state), null);
        }
    }

    private Sender ready(Message message) throws MQClientException {
        checkRunning();
        Validators.checkMessage(message, producer);
        if (producer.getNamespace() != null) {
            Validators.checkTopic(producer.withNamespace(message.getTopic()));
        }
        return sender;
    }

    public SendResult send(Message message, long timeoutMillis)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        return ready(message).send(message, timeoutMillis);
    }

    public void sendOneway(Message message) throws MQClientException, RemotingException, InterruptedException {
        try {
            ready(message).sendOneway(message, producer.getSendMsgTimeout());
        } catch (MQBrokerException e) {
            throw new MQClientException("unknown exception", e);
        }
    }

    public SendResult send(Message message, MessageQueue queue, long timeoutMillis)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        return ready(message).sendTo(message, checked(message, queue), timeoutMillis);
    }

    public void sendOneway(Message message, MessageQueue queue)
            throws MQClientException, RemotingException, InterruptedException {
        ready(message).sendOnewayTo(message, checked(message, queue), producer.getSendMsgTimeout());
    }

    /** The queue with its topic wrapped, if it is one of the message's topic. */
    private MessageQueue checked(Message message, MessageQueue queue) throws MQClientException {
        MessageQueue wrapped = producer.queueWithNamespace(queue);
        if (!producer.withNamespace(message.getTopic()).equals(wrapped.getTopic())) {
            throw new MQClientException("message's topic not equal mq's topic", null);
        }
        return wrapped;
    }

    public SendResult send(Message message, MessageQueueSelector selector, Object arg, long timeoutMillis)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        long beganNanos = System.nanoTime();
        Sender ready = ready(message);
        MessageQueue queue = selected(ready, message, selector, arg);
        return ready.sendTo(message, queue, leftMillis(beganNanos, timeoutMillis, "sendSelectImpl call timeout"));
    }

    public void sendOneway(Message message, MessageQueueSelector selector, Object arg)
            throws MQClientException, RemotingException, InterruptedException {
        long beganNanos = System.nanoTime();
        Sender ready = ready(message);
        MessageQueue queue = selected(ready, message, selector, arg);
        ready.sendOnewayTo(
                message, queue, leftMillis(beganNanos, producer.getSendMsgTimeout(), "sendSelectImpl call timeout"));
    }

    private static long leftMillis(long beganNanos, long timeoutMillis, String failure)
            throws RemotingTooMuchRequestException {
        long leftMillis = timeoutMillis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos);
        if (leftMillis < 0) {
            throw new RemotingTooMuchRequestException(failure);
        }
        return leftMillis;
    }

    private MessageQueue selected(Sender ready, Message message, MessageQueueSelector selector, Object arg)
            throws MQClientException {
        PublishQueues queues = ready.publishQueues(message.getTopic());
        if (queues == null) {
            throw new MQClientException("No route info for this topic, " + message.getTopic(), null);
        }
        List<MessageQueue> offered = instance.getMQAdminImpl().parsePublishMessageQueues(queues.list());
        MessageQueue queue;
        try {
            queue = selector.select(offered, MessageAccessor.cloneMessage(message), arg);
        } catch (RuntimeException e) {
            throw new MQClientException("select message queue threw exception.", e);
        }
        if (queue == null) {
            throw new MQClientException("select message queue return null.", null);
        }
        return producer.queueWithNamespace(queue);
    }

    /**
     * Sends without waiting. When the route is known nothing can block, so it starts on the caller's thread; else on an
     * async sender thread. Outcome by callback.
     *
     * @throws MQClientException only when the async senders refuse
     */
    public void sendAsync(Message message, SendCallback callback, long timeoutMillis) throws MQClientException {
        async(message, callback, timeoutMillis, "DEFAULT ASYNC send call timeout", leftMillis -> ready(message)
                .sendAsync(message, callback, leftMillis));
    }

    public void sendAsync(Message message, MessageQueue queue, SendCallback callback, long timeoutMillis)
            throws MQClientException {
        async(message, callback, timeoutMillis, "call timeout", leftMillis -> ready(message)
                .sendAsyncTo(message, checked(message, queue), callback, leftMillis));
    }

    public void sendAsync(
            Message message, MessageQueueSelector selector, Object arg, SendCallback callback, long timeoutMillis)
            throws MQClientException {
        async(message, callback, timeoutMillis, "call timeout", leftMillis -> {
            Sender ready = ready(message);
            ready.sendAsyncTo(message, selected(ready, message, selector, arg), callback, leftMillis);
        });
    }

    private interface AsyncStart {
        void start(long leftMillis) throws MQClientException;
    }

    private void async(Message message, SendCallback callback, long timeoutMillis, String timeoutText, AsyncStart start)
            throws MQClientException {
        if (startsInline(message)) {
            try {
                start.start(timeoutMillis);
            } catch (MQClientException | RuntimeException e) {
                onAsyncSender(() -> tell(callback, e));
            }
            return;
        }
        long beganNanos = System.nanoTime();
        onAsyncSender(() -> {
            try {
                start.start(leftMillis(beganNanos, timeoutMillis, timeoutText));
            } catch (MQClientException | RemotingException | RuntimeException e) {
                tell(callback, e);
            }
        });
    }

    /** An executor that the application set is always used, as it may be there to limit or observe. */
    private boolean startsInline(Message message) {
        return asyncSenders == null
                && state == ServiceState.RUNNING
                && message != null
                && message.getTopic() != null
                && sender.knowsRoute(message.getTopic());
    }

    /** Sends that wait for a route may pile up: then the caller helps, as nobody is served by refusing its messages. */
    private void onAsyncSender(Runnable work) throws MQClientException {
        try {
            getAsyncSenderExecutor().execute(work);
        } catch (RejectedExecutionException e) {
            if (asyncSenders != null || defaultAsyncSenders.isShutdown()) {
                throw new MQClientException("executor rejected ", e);
            }
            work.run();
        }
    }

    private static void tell(SendCallback callback, Exception failure) {
        if (callback != null) {
            callback.onException(failure);
        }
    }

    /** Sends a half message; runs {@code local} and ends the transaction. */
    public TransactionSendResult sendInTransaction(
            Message message, BiFunction<Message, Object, LocalTransactionState> local, Object arg)
            throws MQClientException {
        checkRunning();
        return transactions.send(message, local, arg);
    }

    /** Answers checks by {@code checks} from now on. */
    public void answerChecks(TransactionChecks checks) {
        this.checks = checks;
    }

    @Override
    public void checkTransaction(String brokerAddress, MessageExt half, CheckTransactionStateRequestHeader header) {
        TransactionChecks current = checks;
        Transactions running = transactions;
        if (current != null && running != null) {
            running.check(current, brokerAddress, half, header);
        }
    }

    public Message request(Message message, long timeoutMillis)
            throws RequestTimeoutException, MQClientException, InterruptedException {
        return requesting(message)
                .ask(message, timeoutMillis, (sent, leftMillis) -> sendAsync(message, sent, leftMillis));
    }

    public Message request(Message message, MessageQueue queue, long timeoutMillis)
            throws RequestTimeoutException, MQClientException, InterruptedException {
        return requesting(message)
                .ask(message, timeoutMillis, (sent, leftMillis) -> sendAsync(message, queue, sent, leftMillis));
    }

    public Message request(Message message, MessageQueueSelector selector, Object arg, long timeoutMillis)
            throws RequestTimeoutException, MQClientException, InterruptedException {
        return requesting(message)
                .ask(message, timeoutMillis, (sent, leftMillis) -> sendAsync(message, selector, arg, sent, leftMillis));
    }

    public void request(Message message, RequestCallback callback, long timeoutMillis) throws MQClientException {
        requesting(message)
                .ask(message, callback, timeoutMillis, (sent, leftMillis) -> sendAsync(message, sent, leftMillis));
    }

    public void request(Message message, MessageQueue queue, RequestCallback callback, long timeoutMillis)
            throws MQClientException {
        requesting(message)
                .ask(
                        message,
                        callback,
                        timeoutMillis,
                        (sent, leftMillis) -> sendAsync(message, queue, sent, leftMillis));
    }

    public void request(
            Message message, MessageQueueSelector selector, Object arg, RequestCallback callback, long timeoutMillis)
            throws MQClientException {
        requesting(message)
                .ask(
                        message,
                        callback,
                        timeoutMillis,
                        (sent, leftMillis) -> sendAsync(message, selector, arg, sent, leftMillis));
    }

    private Requests requesting(Message message) throws MQClientException {
        checkRunning();
        Validators.checkMessage(message, producer);
        return requests;
    }

    /** What asynchronous sends that may block start on. */
    public ExecutorService getAsyncSenderExecutor() {
        ExecutorService set = asyncSenders;
        return set == null ? defaultAsyncSenders : set;
    }

    public void setAsyncSenderExecutor(ExecutorService asyncSenderExecutor) {
        this.asyncSenders = asyncSenderExecutor;
    }

    /** Replaces the callback threads of the shared instance; needs a started producer. */
    public void setCallbackExecutor(ExecutorService callbackExecutor) {
        instance.remoting().setCallbackExecutor(callbackExecutor);
    }

    public void registerSendMessageHook(SendMessageHook hook) {
        hooks.add(hook);
    }

    public void registerCheckForbiddenHook(CheckForbiddenHook hook) {
        hooks.add(hook);
    }

    public void registerEndTransactionHook(EndTransactionHook hook) {
        endTransactionHooks.add(hook);
    }

    /** Hooks to run before each END_TRANSACTION. */
    public List<EndTransactionHook> endTransactionHooks() {
        return endTransactionHooks;
    }

    public BrokerFaults faults() {
        return faults;
    }

    /** The shared instance; null before start. */
    public MQClientInstance getmQClientFactory() {
        return instance;
    }

    public DefaultMQProducer getDefaultMQProducer() {
        return producer;
    }

    public ServiceState getServiceState() {
        return state;
    }

    @Override
    public String group() {
        return producer.getProducerGroup();
    }

    @Override
    public String templateTopic() {
        return producer.getCreateTopicKey();
    }
}
