package org.apache.rocketmq.client.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.rocketmq.client.AccessChannel;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.consumer.DefaultMQPushConsumerImpl;
import org.apache.rocketmq.client.impl.producer.DefaultMQProducerImpl;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendCallback;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.apache.rocketmq.remoting.RPCHook;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Packs trace records into messages and sends them with a producer of its own, without ever holding up what is traced.
 * Owns that producer, a daemon worker and a JVM shutdown hook. Thread-safe. Source: client behaviour, section 9.2.
 */
public class AsyncTraceDispatcher implements TraceDispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);
    /** Tells the trace producers of one JVM apart, as the group name does for brokers. */
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private static final int QUEUE_SIZE = 1024;
    private static final int MAX_MESSAGE_SIZE = 128_000;
    /** Leaves room for properties. */
    private static final int MAX_BODY_SIZE = MAX_MESSAGE_SIZE - 10_000;

    private static final int SEND_TIMEOUT_MILLIS = 5_000;
    private static final long POLL_MILLIS = 100;
    private static final long MAX_AGE_MILLIS = 500;
    private static final long FLUSH_MILLIS = 500;

    // Dashboards look for this name by reflection.
    private final ArrayBlockingQueue<TraceContext> traceContextQueue = new ArrayBlockingQueue<>(QUEUE_SIZE);
    private final DefaultMQProducer traceProducer;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicLong dropped = new AtomicLong();
    // Records that were taken and are not sent yet.
    private final AtomicInteger pending = new AtomicInteger();
    private final Thread worker;
    private final Object flushed = new Object();
    private volatile boolean flushing;
    private volatile boolean stopped;
    private volatile String traceTopicName;
    private volatile AccessChannel accessChannel = AccessChannel.LOCAL;
    private volatile DefaultMQProducerImpl hostProducer;
    private volatile DefaultMQPushConsumerImpl hostConsumer;
    // Guarded by this.
    private Thread shutdownHook;

    /**
     * @param group the traced group, without namespace
     * @param traceTopicName blank for {@code RMQ_SYS_TRACE_TOPIC}
     * @param rpcHook signs the sends of traces; may be null
     */
    public AsyncTraceDispatcher(String group, TraceDispatcher.Type type, String traceTopicName, RPCHook rpcHook) {
        this.traceTopicName = traceTopicName == null || traceTopicName.isBlank()
                ? TopicValidator.RMQ_SYS_TRACE_TOPIC
                : traceTopicName;
        this.traceProducer = new DefaultMQProducer(rpcHook);
        traceProducer.setProducerGroup(String.join(
                "-",
                TraceConstants.GROUP_NAME_PREFIX,
                group,
                type.name(),
                Integer.toString(COUNTER.incrementAndGet())));
        traceProducer.setSendMsgTimeout(SEND_TIMEOUT_MILLIS);
        traceProducer.setVipChannelEnabled(false);
        traceProducer.setMaxMessageSize(MAX_MESSAGE_SIZE);
        this.worker = new Thread(this::work, "TraceDispatcher_" + group);
        worker.setDaemon(true);
    }

    @Override
    public void start(String nameSrvAddr, AccessChannel accessChannel) throws MQClientException {
        if (!started.compareAndSet(false, true)) {
            return;
        }
        this.accessChannel = accessChannel;
        traceProducer.setNamesrvAddr(nameSrvAddr);
        traceProducer.setInstanceName(TraceConstants.TRACE_INSTANCE_NAME + "_" + nameSrvAddr);
        traceProducer.start();
        worker.start();
        registerShutDownHook();
    }

    @Override
    public boolean append(Object ctx) {
        pending.incrementAndGet();
        boolean taken = !stopped && traceContextQueue.offer((TraceContext) ctx);
        if (!taken) {
            done(1);
            if (dropped.getAndIncrement() == 0) {
                LOG.warn("traces come faster than they are sent, or tracing has not started; some are dropped");
            }
        }
        return taken;
    }

    private void work() {
        Map<String, TraceBuffer> buffers = new HashMap<>();
        while (!stopped) {
            try {
                TraceContext context = traceContextQueue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (context != null) {
                    pack(context, buffers);
                }
                boolean all = context == null && flushing;
                for (TraceBuffer buffer : buffers.values()) {
                    if (buffer.olderThanMillis(MAX_AGE_MILLIS) || all && buffer.records() > 0) {
                        send(buffer);
                    }
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void pack(TraceContext context, Map<String, TraceBuffer> buffers) {
        TraceTransferBean record;
        try {
            record = TraceDataEncoder.encoderFromContextBean(context);
        } catch (RuntimeException e) {
            LOG.warn("a trace record of type {} cannot be encoded", context.getTraceType(), e);
            done(1);
            return;
        }
        byte[] bytes = TraceBuffer.bytes(record);
        TraceBuffer buffer = buffers.computeIfAbsent(topicOf(context), TraceBuffer::new);
        if (buffer.lacksRoomFor(bytes, MAX_BODY_SIZE)) {
            send(buffer);
        }
        buffer.add(bytes, record.getTransKey());
    }

    private String topicOf(TraceContext context) {
        return accessChannel == AccessChannel.CLOUD
                ? TraceConstants.TRACE_TOPIC_PREFIX + context.getRegionId()
                : traceTopicName;
    }

    private void send(TraceBuffer buffer) {
        int records = buffer.records();
        Message message = buffer.take();
        try {
            traceProducer.send(
                    message,
                    new SendCallback() {
                        @Override
                        public void onSuccess(SendResult sendResult) {
                            done(records);
                        }

                        @Override
                        public void onException(Throwable e) {
                            LOG.warn("{} traces could not be sent: {}", records, e.toString());
                            done(records);
                        }
                    },
                    SEND_TIMEOUT_MILLIS);
        } catch (MQClientException | RemotingException e) {
            LOG.warn("{} traces could not be sent: {}", records, e.toString());
            done(records);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            done(records);
        }
    }

    private void done(int records) {
        if (pending.addAndGet(-records) == 0 && flushing) {
            synchronized (flushed) {
                flushed.notifyAll();
            }
        }
    }

    /** Sends what has been taken and waits for the answers, half a second at most. */
    @Override
    public void flush() {
        if (!worker.isAlive()) {
            return;
        }
        flushing = true;
        long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FLUSH_MILLIS);
        synchronized (flushed) {
            while (pending.get() > 0) {
                long leftMillis = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
                if (leftMillis <= 0) {
                    LOG.warn("{} traces are not sent in time", pending.get());
                    break;
                }
                try {
                    flushed.wait(leftMillis);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    break;
                }
            }
        }
        flushing = false;
    }

    @Override
    public void shutdown() {
        flush();
        stopped = true;
        worker.interrupt();
        traceProducer.shutdown();
        removeShutdownHook();
        if (dropped.get() > 0) {
            LOG.warn("{} traces were dropped", dropped.get());
        }
    }

    /** Lets the end of the JVM flush. */
    public synchronized void registerShutDownHook() {
        if (shutdownHook == null) {
            shutdownHook = new Thread(this::flush, "ShutdownHookMQTrace");
            Runtime.getRuntime().addShutdownHook(shutdownHook);
        }
    }

    public synchronized void removeShutdownHook() {
        if (shutdownHook == null) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // The JVM is ending and runs the hook already.
            LOG.debug("shutdown hook stays", e);
        }
        shutdownHook = null;
    }

    public AccessChannel getAccessChannel() {
        return accessChannel;
    }

    public void setAccessChannel(AccessChannel accessChannel) {
        this.accessChannel = accessChannel;
    }

    /** The topic of traces, except in the cloud. */
    public String getTraceTopicName() {
        return traceTopicName;
    }

    public void setTraceTopicName(String traceTopicName) {
        this.traceTopicName = traceTopicName;
    }

    public DefaultMQProducer getTraceProducer() {
        return traceProducer;
    }

    /** The traced producer, if it is one. */
    public DefaultMQProducerImpl getHostProducer() {
        return hostProducer;
    }

    public void setHostProducer(DefaultMQProducerImpl hostProducer) {
        this.hostProducer = hostProducer;
    }

    /** The traced push consumer, if it is one. */
    public DefaultMQPushConsumerImpl getHostConsumer() {
        return hostConsumer;
    }

    public void setHostConsumer(DefaultMQPushConsumerImpl hostConsumer) {
        this.hostConsumer = hostConsumer;
    }
}
