package org.apache.rocketmq.client.send;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.hook.SendMessageContext;
import org.apache.rocketmq.client.impl.CommunicationMode;
import org.apache.rocketmq.client.producer.SendCallback;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.route.PublishQueues;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.exception.RemotingSendRequestException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;
import org.apache.rocketmq.remoting.exception.RemotingTooMuchRequestException;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One asynchronous send with its retries. It starts on the caller's thread; an answer comes on an event loop and is handled
 * on a callback thread, where also the next try starts. Never on two threads at once. Source: client behaviour, 5.4.
 */
final class AsyncSend implements BiConsumer<RemotingCommand, Throwable>, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);

    private final Sender sender;
    private final SendCallback callback;
    private Outgoing out;
    private PublishQueues queues;
    private MessageQueue queue;
    private Tries tries;
    private String broker;
    private String address;
    private SendMessageContext context;
    private long attemptNanos;
    private long attemptMillis;
    private RemotingCommand response;
    private Throwable failure;

    /** A null callback is tolerated: nobody wants to know. */
    AsyncSend(Sender sender, SendCallback callback) {
        this.sender = sender;
        this.callback = callback;
    }

    /** @param queues where else it may go; null = only to the broker of {@code queue} */
    void start(Outgoing out, PublishQueues queues, MessageQueue queue, Tries tries) {
        this.out = out;
        this.queues = queues;
        this.queue = queue;
        this.tries = tries;
        this.broker = queue.getBrokerName();
        tries.next();
        transmit();
    }

    private void transmit() {
        RemotingCommand request;
        try {
            address = sender.addressOf(broker, out.topic());
            context = sender.hooks().before(out, queue, address, CommunicationMode.ASYNC);
            // 4.9 quirk: a retry keeps queue id and broker name of the first choice, unless the new broker lacks that
            // queue.
            request = sender.frames().request(out, queue);
        } catch (MQClientException | RuntimeException e) {
            endLater(queues == null ? e : allTriesFailed(e));
            return;
        }
        if (!sender.window().enter(tries.leftMillis())) {
            endLater(new RemotingTooMuchRequestException("sendDefaultImpl call timeout"));
            return;
        }
        attemptNanos = System.nanoTime();
        attemptMillis = tries.shareMillis();
        if (attemptMillis <= 0) {
            sender.window().leave();
            endLater(new RemotingTooMuchRequestException("invokeAsync call the addr[" + address + "] timeout"));
            return;
        }
        sender.instance().remoting().invoke(address, request, attemptMillis).whenComplete(this);
    }

    private MQClientException allTriesFailed(Exception cause) {
        return SendFailure.allTriesFailed(
                List.of(broker), tries.elapsedMillis(), out.message().getTopic(), cause);
    }

    /** Takes the outcome of a try on an event loop and hands it to a callback thread. */
    @Override
    public void accept(RemotingCommand answer, Throwable cause) {
        sender.window().leave();
        this.response = answer;
        this.failure = cause instanceof CompletionException && cause.getCause() != null ? cause.getCause() : cause;
        onCallbackThread(this);
    }

    private void onCallbackThread(Runnable work) {
        try {
            sender.instance().remoting().getCallbackExecutor().execute(work);
        } catch (RejectedExecutionException e) {
            work.run();
        }
    }

    @Override
    public void run() {
        if (response != null) {
            answered();
        } else {
            transportFailed();
        }
    }

    private void answered() {
        long costMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - attemptNanos);
        try {
            SendResult result = sender.frames().result(out, broker, address, response);
            sender.faults().note(broker, costMillis, false);
            end(result, null);
        } catch (MQBrokerException e) {
            sender.faults().note(broker, costMillis, true);
            if (queues != null && tries.busyButOthers(e)) {
                again(e);
            } else {
                end(null, e);
            }
        } catch (RemotingCommandException e) {
            sender.faults().note(broker, costMillis, true);
            end(null, e);
        }
    }

    private void transportFailed() {
        sender.faults().note(broker, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - attemptNanos), true);
        again(described());
    }

    private Exception described() {
        if (failure instanceof RemotingTimeoutException) {
            return new MQClientException("wait response timeout " + attemptMillis + "ms", failure);
        }
        if (failure instanceof RemotingSendRequestException) {
            return new MQClientException("send request failed", failure);
        }
        if (failure instanceof RemotingException) {
            return new MQClientException(failure.getMessage(), failure);
        }
        return new MQClientException("unknow reseaon", failure);
    }

    /** Tries once more, elsewhere if it may; ends with {@code cause} when there is no try left. */
    private void again(Exception cause) {
        if (!tries.next()) {
            end(null, cause);
            return;
        }
        sender.hooks().after(context, null, cause);
        context = null;
        if (queues != null) {
            MessageQueue other = sender.faults().select(queues, broker);
            broker = other.getBrokerName();
            if (queue.getQueueId() >= queues.queuesOn(broker)) {
                queue = other;
            }
        }
        response = null;
        failure = null;
        transmit();
    }

    private void end(SendResult result, Exception cause) {
        sender.hooks().after(context, result, cause);
        tell(result, cause);
    }

    /** Ends a try that could not be transmitted; not on this thread, which may be the caller's. */
    private void endLater(Exception cause) {
        onCallbackThread(() -> end(null, cause));
    }

    /** Ends a send that could not even begin; the callback still comes on a callback thread. */
    void failBeforeStart(Exception cause) {
        onCallbackThread(() -> tell(null, cause));
    }

    private void tell(SendResult result, Exception cause) {
        if (callback == null) {
            return;
        }
        try {
            if (result != null) {
                callback.onSuccess(result);
            } else {
                callback.onException(cause);
            }
        } catch (RuntimeException e) {
            LOG.warn("a send callback threw", e);
        }
    }
}
