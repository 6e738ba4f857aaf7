package org.apache.rocketmq.client.send;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.hook.SendMessageContext;
import org.apache.rocketmq.client.impl.CommunicationMode;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendCallback;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.client.route.PublishQueues;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.exception.RemotingTooMuchRequestException;
import org.apache.rocketmq.remoting.netty.NettySystemConfig;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/**
 * Sends validated messages for one started producer. Thread-safe; no lock is held while sending. Source: client behaviour,
 * sections 5.3 to 5.7.
 */
public final class Sender {
    /** Enough to keep every broker busy; more would only wait, and weigh on the heap. */
    private static final int MAX_IN_FLIGHT = 16_384;

    private final DefaultMQProducer producer;
    private final MQClientInstance instance;
    private final SendHooks hooks;
    private final BrokerFaults faults;
    private final BodyCompression compression;
    private final SendFrames frames;
    private final SendWindow window =
            new SendWindow(Math.min(MAX_IN_FLIGHT, NettySystemConfig.CLIENT_ASYNC_SEMAPHORE_VALUE));

    public Sender(
            DefaultMQProducer producer,
            MQClientInstance instance,
            SendHooks hooks,
            BrokerFaults faults,
            BodyCompression compression) {
        this.producer = producer;
        this.instance = instance;
        this.hooks = hooks;
        this.faults = faults;
        this.compression = compression;
        this.frames = new SendFrames(producer);
    }

    DefaultMQProducer producer() {
        return producer;
    }

    MQClientInstance instance() {
        return instance;
    }

    SendHooks hooks() {
        return hooks;
    }

    BrokerFaults faults() {
        return faults;
    }

    SendFrames frames() {
        return frames;
    }

    /** Bounds the asynchronous sends in flight; a caller waits for a place, at most its time-out. */
    SendWindow window() {
        return window;
    }

    /** Whether an asynchronous send to {@code topic} needs nothing that could block the caller. */
    public boolean knowsRoute(String topic) {
        var route = instance.routes().find(producer.withNamespace(topic));
        return route != null && !route.publish().isEmpty();
    }

    /**
     * The queues to send {@code topic} (bare) to, or null without a usable route.
     *
     * @throws IllegalStateException when no name server can be reached
     */
    public PublishQueues publishQueues(String topic) {
        return instance.routes()
                .publishQueues(
                        producer.withNamespace(topic),
                        producer.getCreateTopicKey(),
                        producer.getDefaultTopicQueueNums());
    }

    private PublishQueues queuesOrFail(Message message) throws MQClientException {
        PublishQueues queues = publishQueues(message.getTopic());
        if (queues == null) {
            throw SendFailure.noRoute(message.getTopic(), instance.remoting().getNameServerAddressList());
        }
        return queues;
    }

    /** Sends to a queue of its own choice; tries other brokers within the time-out. */
    public SendResult send(Message message, long timeoutMillis)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        return tryOn(message, CommunicationMode.SYNC, timeoutMillis, 1 + producer.getRetryTimesWhenSendFailed());
    }

    /** Sends one-way to a queue of its own choice. */
    public void sendOneway(Message message, long timeoutMillis)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        tryOn(message, CommunicationMode.ONEWAY, timeoutMillis, 1);
    }

    private SendResult tryOn(Message message, CommunicationMode mode, long timeoutMillis, int times)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        long beganNanos = System.nanoTime();
        PublishQueues queues = queuesOrFail(message);
        Tries tries = new Tries(beganNanos, timeoutMillis, times, queues);
        Outgoing out = new Outgoing(message, producer, compression);
        List<String> brokersSent = new ArrayList<>(times);
        SendResult notOk = null;
        Exception last = null;
        String lastBroker = null;
        while (tries.next()) {
            if (tries.leftMillis() < 0) {
                throw new RemotingTooMuchRequestException("sendDefaultImpl call timeout");
            }
            MessageQueue queue = faults.select(queues, lastBroker);
            lastBroker = queue.getBrokerName();
            brokersSent.add(lastBroker);
            long attemptNanos = System.nanoTime();
            try {
                SendResult result = attempt(out, queue, mode, tries.shareMillis());
                faults.note(lastBroker, millisSince(attemptNanos), false);
                if (result == null
                        || result.getSendStatus() == SendStatus.SEND_OK
                        || !producer.isRetryAnotherBrokerWhenNotStoreOK()) {
                    return result;
                }
                notOk = result;
            } catch (RemotingException | MQClientException e) {
                faults.note(lastBroker, millisSince(attemptNanos), true);
                last = e;
            } catch (MQBrokerException e) {
                faults.note(lastBroker, millisSince(attemptNanos), true);
                last = e;
                if (!tries.worthAnother(e, producer)) {
                    if (notOk != null) {
                        return notOk;
                    }
                    throw e;
                }
            }
        }
        if (notOk != null) {
            return notOk;
        }
        throw SendFailure.allTriesFailed(brokersSent, tries.elapsedMillis(), message.getTopic(), last);
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    /** Sends to {@code queue} (wrapped topic), once. */
    public SendResult sendTo(Message message, MessageQueue queue, long timeoutMillis)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        return attempt(new Outgoing(message, producer, compression), queue, CommunicationMode.SYNC, timeoutMillis);
    }

    /** Sends one-way to {@code queue} (wrapped topic). */
    public void sendOnewayTo(Message message, MessageQueue queue, long timeoutMillis)
            throws MQClientException, RemotingException, InterruptedException {
        try {
            attempt(new Outgoing(message, producer, compression), queue, CommunicationMode.ONEWAY, timeoutMillis);
        } catch (MQBrokerException e) {
            throw new MQClientException("unknown exception", e);
        }
    }

    /** Sends without waiting; a failure that may pass is tried on another broker. Outcome, also of the start, by callback. */
    public void sendAsync(Message message, SendCallback callback, long timeoutMillis) {
        long beganNanos = System.nanoTime();
        AsyncSend send = new AsyncSend(this, callback);
        try {
            PublishQueues queues = queuesOrFail(message);
            int times = 1 + producer.getRetryTimesWhenSendAsyncFailed();
            send.start(
                    new Outgoing(message, producer, compression),
                    queues,
                    faults.select(queues, null),
                    new Tries(beganNanos, timeoutMillis, times, queues));
        } catch (MQClientException | RuntimeException e) {
            send.failBeforeStart(e);
        }
    }

    /** Sends to {@code queue} (wrapped topic) without waiting; tries again on the same broker. */
    public void sendAsyncTo(Message message, MessageQueue queue, SendCallback callback, long timeoutMillis) {
        AsyncSend send = new AsyncSend(this, callback);
        try {
            int times = 1 + producer.getRetryTimesWhenSendAsyncFailed();
            send.start(
                    new Outgoing(message, producer, compression),
                    null,
                    queue,
                    new Tries(System.nanoTime(), timeoutMillis, times, null));
        } catch (RuntimeException e) {
            send.failBeforeStart(e);
        }
    }

    private SendResult attempt(Outgoing out, MessageQueue queue, CommunicationMode mode, long timeoutMillis)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        long beganNanos = System.nanoTime();
        String address = addressOf(queue.getBrokerName(), out.topic());
        SendMessageContext context = hooks.before(out, queue, address, mode);
        SendResult result = null;
        Exception failure = null;
        try {
            long leftMillis = timeoutMillis - millisSince(beganNanos);
            if (leftMillis < 0) {
                throw new RemotingTooMuchRequestException("sendKernelImpl call timeout");
            }
            RemotingCommand request = frames.request(out, queue);
            if (mode == CommunicationMode.ONEWAY) {
                instance.remoting().invokeOneway(address, request, leftMillis);
                return null;
            }
            RemotingCommand response = instance.remoting().invokeSync(address, request, leftMillis);
            result = frames.result(out, queue.getBrokerName(), address, response);
            return result;
        } catch (RemotingException | MQBrokerException | InterruptedException e) {
            failure = e;
            throw e;
        } finally {
            hooks.after(context, result, failure);
        }
    }

    /** Where to send to: the master of the broker, on the fast port if so configured. */
    String addressOf(String brokerName, String topic) throws MQClientException {
        String address = instance.masterOf(brokerName, topic);
        if (address == null) {
            throw SendFailure.unknownBroker(brokerName);
        }
        return MixAll.brokerVIPChannel(producer.isSendMessageWithVIPChannel(), address);
    }
}
