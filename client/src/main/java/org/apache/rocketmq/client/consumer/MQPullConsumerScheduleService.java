package org.apache.rocketmq.client.consumer;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.ThreadFactoryImpl;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.heartbeat.MessageModel;
import org.apache.rocketmq.remoting.RPCHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs an application's pull task again and again for each assigned queue. Owns the threads {@code
 * PullMsgThread-<group>_<n>}. Thread-safe once started. Source: client behaviour, section 13.1.
 */
@SuppressWarnings("deprecation")
public class MQPullConsumerScheduleService {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);
    private static final int DELAY_AFTER_EXCEPTION_MILLIS = 1_000;

    private final ConcurrentMap<MessageQueue, Task> tasks = new ConcurrentHashMap<>();
    private DefaultMQPullConsumer defaultMQPullConsumer;
    private int pullThreadNums = 20;
    private ConcurrentMap<String, PullTaskCallback> callbackTable = new ConcurrentHashMap<>();
    private ScheduledThreadPoolExecutor executor;

    public MQPullConsumerScheduleService(String consumerGroup) {
        this(consumerGroup, null);
    }

    public MQPullConsumerScheduleService(String consumerGroup, RPCHook rpcHook) {
        defaultMQPullConsumer = new DefaultMQPullConsumer(consumerGroup, rpcHook);
        defaultMQPullConsumer.setMessageModel(MessageModel.CLUSTERING);
    }

    /** Registers the task of a topic; before start. */
    public void registerPullTaskCallback(String topic, PullTaskCallback callback) {
        callbackTable.put(topic, callback);
        defaultMQPullConsumer.registerMessageQueueListener(topic, null);
    }

    public void start() throws MQClientException {
        executor = new ScheduledThreadPoolExecutor(
                pullThreadNums,
                new ThreadFactoryImpl("PullMsgThread-" + defaultMQPullConsumer.getConsumerGroup()),
                new ThreadPoolExecutor.DiscardPolicy());
        defaultMQPullConsumer.setMessageQueueListener(this::queuesChanged);
        defaultMQPullConsumer.start();
    }

    private void queuesChanged(String topic, Set<MessageQueue> all, Set<MessageQueue> assigned) {
        putTask(topic, defaultMQPullConsumer.getMessageModel() == MessageModel.BROADCASTING ? all : assigned);
    }

    /** Replaces the queues of {@code topic}: tasks of other queues end, missing ones begin. */
    public void putTask(String topic, Set<MessageQueue> mqNewSet) {
        tasks.forEach((queue, task) -> {
            if (queue.getTopic().equals(topic) && !mqNewSet.contains(queue)) {
                task.cancelled = true;
                tasks.remove(queue, task);
            }
        });
        for (MessageQueue queue : mqNewSet) {
            Task task = new Task(queue);
            if (tasks.putIfAbsent(queue, task) == null) {
                executor.execute(task);
            }
        }
    }

    public void shutdown() {
        if (executor != null) {
            executor.shutdown();
        }
        if (defaultMQPullConsumer != null) {
            defaultMQPullConsumer.shutdown();
        }
    }

    private final class Task implements Runnable {
        private final MessageQueue queue;
        private volatile boolean cancelled;

        private Task(MessageQueue queue) {
            this.queue = queue;
        }

        @Override
        public void run() {
            if (cancelled) {
                return;
            }
            String topic = defaultMQPullConsumer.withoutNamespace(queue.getTopic());
            PullTaskCallback callback = callbackTable.get(topic);
            if (callback == null) {
                LOG.warn("no pull task for topic {}", topic);
                return;
            }
            PullTaskContext context = new PullTaskContext();
            context.setPullConsumer(defaultMQPullConsumer);
            int delayMillis;
            try {
                callback.doPullTask(queue, context);
                delayMillis = context.getPullNextDelayTimeMillis();
            } catch (RuntimeException e) {
                LOG.error("pull task of {} failed", queue, e);
                delayMillis = DELAY_AFTER_EXCEPTION_MILLIS;
            }
            if (!cancelled) {
                executor.schedule(this, delayMillis, TimeUnit.MILLISECONDS);
            }
        }
    }

    public ConcurrentMap<String, PullTaskCallback> getCallbackTable() {
        return callbackTable;
    }

    public void setCallbackTable(ConcurrentHashMap<String, PullTaskCallback> callbackTable) {
        this.callbackTable = callbackTable;
    }

    public int getPullThreadNums() {
        return pullThreadNums;
    }

    public void setPullThreadNums(int pullThreadNums) {
        this.pullThreadNums = pullThreadNums;
    }

    public DefaultMQPullConsumer getDefaultMQPullConsumer() {
        return defaultMQPullConsumer;
    }

    public void setDefaultMQPullConsumer(DefaultMQPullConsumer defaultMQPullConsumer) {
        this.defaultMQPullConsumer = defaultMQPullConsumer;
    }

    public MessageModel getMessageModel() {
        return defaultMQPullConsumer.getMessageModel();
    }

    public void setMessageModel(MessageModel messageModel) {
        defaultMQPullConsumer.setMessageModel(messageModel);
    }
}
