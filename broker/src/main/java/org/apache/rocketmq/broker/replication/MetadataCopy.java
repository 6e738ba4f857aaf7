package org.apache.rocketmq.broker.replication;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.rocketmq.broker.delay.DelayOffsets;
import org.apache.rocketmq.broker.group.GroupTable;
import org.apache.rocketmq.broker.offset.ConsumerOffsets;
import org.apache.rocketmq.broker.topic.TopicTable;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.body.ConsumerOffsetSerializeWrapper;
import org.apache.rocketmq.common.protocol.body.SubscriptionGroupWrapper;
import org.apache.rocketmq.common.protocol.body.TopicConfigSerializeWrapper;
import org.apache.rocketmq.remoting.netty.NettyRemotingClient;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;
import org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the master's metadata every ten seconds while a master is known. Each of the four parts fails alone.
 *
 * <p>Owns the thread "CopyMetadata"; {@link #masterKnown} is thread-safe. Source: replication specification, metadata sync.
 */
public final class MetadataCopy {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.BROKER_LOGGER_NAME);

    private static final long FIRST_MILLIS = 3_000;
    private static final long PERIOD_MILLIS = 10_000;
    private static final long TIMEOUT_MILLIS = 3_000;
    /** Topics are asked for at the fast port of the master, so far below its main port. */
    private static final int FAST_PORT_DISTANCE = 2;

    private final String ownAddress;
    private final TopicTable topics;
    private final GroupTable groups;
    private final ConsumerOffsets offsets;
    private final DelayOffsets delayOffsets;
    private final NettyRemotingClient client;
    /** The offsets of the last round, by {@code topic@group}. Confined to the thread. */
    private Map<String, Map<Integer, Long>> copied = new HashMap<>();

    /** {@code host:port}; null while there is none. */
    private volatile String master;

    private ScheduledExecutorService thread;

    /** @param ownAddress {@code host:port} of this broker: nobody copies from himself */
    public MetadataCopy(
            String ownAddress,
            TopicTable topics,
            GroupTable groups,
            ConsumerOffsets offsets,
            DelayOffsets delayOffsets,
            NettyRemotingClient client) {
        this.ownAddress = ownAddress;
        this.topics = topics;
        this.groups = groups;
        this.offsets = offsets;
        this.delayOffsets = delayOffsets;
        this.client = client;
    }

    /** @param masterAddress {@code host:port}; null or empty while there is none */
    public void masterKnown(String masterAddress) {
        String known = masterAddress == null || masterAddress.isBlank() ? null : masterAddress;
        if (known == null ? master != null : !known.equals(master)) {
            log.info("the master of this slave is {}, it was {}", known, master);
        }
        master = known;
    }

    public void start() {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            var made = new Thread(task, "CopyMetadata");
            made.setDaemon(true);
            return made;
        });
        thread.scheduleWithFixedDelay(this::round, FIRST_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Harmless when it was not started. */
    public void stop() {
        if (thread != null) {
            thread.shutdownNow();
        }
    }

    private interface Part {
        void copy(String master) throws InterruptedException, ExecutionException, TimeoutException;
    }

    /** Copies all four parts once. */
    void round() {
        String from = master;
        if (from == null || from.equals(ownAddress)) {
            return;
        }
        try {
            copy("topics", from, this::copyTopics);
            copy("consumer offsets", from, this::copyOffsets);
            copy("delay offsets", from, this::copyDelayOffsets);
            copy("consumer groups", from, this::copyGroups);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(String what, String master, Part part) throws InterruptedException {
        try {
            part.copy(master);
        } catch (ExecutionException e) {
            log.warn(
                    "could not copy the {} of master {}: {}",
                    what,
                    master,
                    e.getCause().toString());
        } catch (TimeoutException e) {
            log.warn("could not copy the {} of master {} within {} ms", what, master, TIMEOUT_MILLIS);
        } catch (RuntimeException e) {
            log.warn("could not copy the {} of master {}", what, master, e);
        }
    }

    private void copyTopics(String from) throws InterruptedException, ExecutionException, TimeoutException {
        var theirs = RemotingSerializable.decode(
                ask(fastAddress(from), RequestCode.GET_ALL_TOPIC_CONFIG), TopicConfigSerializeWrapper.class);
        if (theirs.getTopicConfigTable() != null && !theirs.getDataVersion().equals(topics.version())) {
            topics.replaceAll(theirs);
            log.info(
                    "{} topics are copied from master {}",
                    theirs.getTopicConfigTable().size(),
                    from);
        }
    }

    private static String fastAddress(String address) {
        int colon = address.lastIndexOf(':');
        return address.substring(0, colon + 1) + (Integer.parseInt(address.substring(colon + 1)) - FAST_PORT_DISTANCE);
    }

    private void copyOffsets(String from) throws InterruptedException, ExecutionException, TimeoutException {
        var theirs = RemotingSerializable.decode(
                ask(from, RequestCode.GET_ALL_CONSUMER_OFFSET), ConsumerOffsetSerializeWrapper.class);
        Map<String, Map<Integer, Long>> received = new HashMap<>();
        if (theirs.getOffsetTable() != null) {
            received.putAll(theirs.getOffsetTable());
        }
        received.forEach((topicAtGroup, queues) -> {
            Map<Integer, Long> before = copied.getOrDefault(topicAtGroup, Map.of());
            queues.forEach((queue, offset) -> offsets.follow(topicAtGroup, queue, before.get(queue), offset));
        });
        copied = received;
        offsets.persist();
    }

    private void copyDelayOffsets(String from) throws InterruptedException, ExecutionException, TimeoutException {
        var theirs = RemotingSerializable.decode(ask(from, RequestCode.GET_ALL_DELAY_OFFSET), DelayOffsets.Table.class);
        if (theirs.getOffsetTable() != null) {
            delayOffsets.replaceAll(theirs);
        }
    }

    private void copyGroups(String from) throws InterruptedException, ExecutionException, TimeoutException {
        var theirs = RemotingSerializable.decode(
                ask(from, RequestCode.GET_ALL_SUBSCRIPTIONGROUP_CONFIG), SubscriptionGroupWrapper.class);
        if (theirs.getSubscriptionGroupTable() != null
                && !theirs.getDataVersion().equals(groups.version())) {
            groups.replaceAll(theirs);
            log.info(
                    "{} groups are copied from master {}",
                    theirs.getSubscriptionGroupTable().size(),
                    from);
        }
    }

    /** The body of the answer. */
    private byte[] ask(String address, int code) throws InterruptedException, ExecutionException, TimeoutException {
        RemotingCommand answer = client.invoke(
                        address, RemotingCommand.createRequestCommand(code, null), TIMEOUT_MILLIS)
                .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        if (answer.getCode() != RemotingSysResponseCode.SUCCESS || answer.getBody() == null) {
            throw new IllegalStateException(
                    "request " + code + " was answered with " + answer.getCode() + " " + answer.getRemark());
        }
        return answer.getBody();
    }
}
