package org.apache.rocketmq.broker.pull;

import static org.apache.rocketmq.common.protocol.ResponseCode.NO_PERMISSION;
import static org.apache.rocketmq.common.protocol.ResponseCode.PULL_NOT_FOUND;
import static org.apache.rocketmq.common.protocol.ResponseCode.PULL_OFFSET_MOVED;
import static org.apache.rocketmq.common.protocol.ResponseCode.PULL_RETRY_IMMEDIATELY;
import static org.apache.rocketmq.common.protocol.ResponseCode.SUBSCRIPTION_GROUP_NOT_EXIST;
import static org.apache.rocketmq.common.protocol.ResponseCode.TOPIC_NOT_EXIST;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SUCCESS;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SYSTEM_ERROR;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.apache.rocketmq.broker.client.ConsumerGroups;
import org.apache.rocketmq.broker.filter.PullFilters;
import org.apache.rocketmq.broker.group.GroupTable;
import org.apache.rocketmq.broker.offset.ConsumerOffsets;
import org.apache.rocketmq.broker.request.BadRequest;
import org.apache.rocketmq.broker.request.BrokerIdentity;
import org.apache.rocketmq.broker.request.Refusal;
import org.apache.rocketmq.broker.stats.BrokerStats;
import org.apache.rocketmq.broker.topic.TopicTable;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.constant.HelpText;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.constant.PermName;
import org.apache.rocketmq.common.subscription.SubscriptionGroupConfig;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.remoting.netty.Lane;
import org.apache.rocketmq.remoting.netty.RequestHandler;
import org.apache.rocketmq.store.MessageStore;
import org.apache.rocketmq.store.ReadResult;
import org.apache.rocketmq.store.ReadStatus;
import org.apache.rocketmq.store.RecordFilter;
import org.apache.rocketmq.store.config.BrokerRole;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives out messages of a queue: request 11. A read that hits memory runs on the event loop, any other on the pull lane.
 * Thread-safe. Source: broker specification, pulling.
 */
public final class PullHandler implements RequestHandler {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.BROKER_LOGGER_NAME);

    private final BrokerConfig config;
    private final MessageStoreConfig storeConfig;
    private final BrokerIdentity identity;
    private final GroupTable groups;
    private final TopicTable topics;
    private final ConsumerOffsets offsets;
    private final PullSubscriptions subscriptions;
    private final LongPolling longPolling;
    private final OffsetMovedEvents movedEvents;
    private final MessageStore store;
    private final BrokerStats stats;
    private final Lane lane;
    private final LongSupplier clockMillis;

    public PullHandler(
            BrokerConfig config,
            MessageStoreConfig storeConfig,
            BrokerIdentity identity,
            GroupTable groups,
            TopicTable topics,
            ConsumerGroups consumers,
            PullFilters otherFilters,
            ConsumerOffsets offsets,
            LongPolling longPolling,
            OffsetMovedEvents movedEvents,
            MessageStore store,
            BrokerStats stats,
            Lane lane,
            LongSupplier clockMillis) {
        this.config = config;
        this.storeConfig = storeConfig;
        this.identity = identity;
        this.groups = groups;
        this.topics = topics;
        this.offsets = offsets;
        this.subscriptions = new PullSubscriptions(consumers, otherFilters);
        this.longPolling = longPolling;
        this.movedEvents = movedEvents;
        this.store = store;
        this.stats = stats;
        this.lane = lane;
        this.clockMillis = clockMillis;
        longPolling.onWake(this::wake);
    }

    @Override
    public void handle(Exchange exchange) throws BadRequest {
        PullRequest request = PullRequest.of(exchange.fields());
        BadRequest.required("consumerGroup", request.group());
        BadRequest.required("topic", request.topic());
        if (groups.peek(request.group()) == null || isCold(request)) {
            exchange.continueOn(lane, later -> pull(later, request, true));
        } else {
            pull(exchange, request, true);
        }
    }

    /** Whether the read may have to wait for the disk. */
    private boolean isCold(PullRequest request) {
        long position = store.physicalOffsetOf(request.topic(), request.queueId(), request.queueOffset());
        return position >= 0 && !store.likelyInMemory(position);
    }

    /** Runs a pull that has waited once more, on the event loop of its connection. */
    private void wake(WaitingPull pull) {
        try {
            pull.exchange.channel().eventLoop().execute(() -> pullAgain(pull.exchange, pull.request));
        } catch (RejectedExecutionException e) {
            log.debug("{} is not answered, the server stops", pull.request);
        }
    }

    private void pullAgain(Exchange exchange, PullRequest request) {
        if (groups.peek(request.group()) == null) {
            exchange.continueOn(lane, later -> pull(later, request, false));
        } else {
            pull(exchange, request, false);
        }
    }

    private void pull(Exchange exchange, PullRequest request, boolean first) {
        SubscriptionGroupConfig group = groups.find(request.group());
        Refusal refusal = check(request, group, exchange);
        if (refusal != null) {
            exchange.respond(refusal.code(), refusal.remark());
            return;
        }
        PullFilters.Choice choice = subscriptions.filterOf(request, group);
        if (choice.refusal() != null) {
            exchange.respond(choice.refusal().code(), choice.refusal().remark());
            return;
        }
        read(exchange, request, group, choice.filter(), first);
        if (first && request.commits() && storeConfig.getBrokerRole() != BrokerRole.SLAVE) {
            offsets.commit(
                    exchange.remoteAddress(),
                    request.group(),
                    request.topic(),
                    request.queueId(),
                    request.commitOffset());
        }
    }

    private Refusal check(PullRequest request, SubscriptionGroupConfig group, Exchange exchange) {
        if (!PermName.isReadable(config.getBrokerPermission())) {
            return new Refusal(
                    NO_PERMISSION, "the broker[" + identity.advertisedHost() + "] pulling message is forbidden");
        }
        if (group == null) {
            return new Refusal(
                    SUBSCRIPTION_GROUP_NOT_EXIST,
                    "subscription group [" + request.group() + "] does not exist, " + HelpText.FAQ);
        }
        if (!group.isConsumeEnable()) {
            return new Refusal(NO_PERMISSION, "subscription group no permission, " + request.group());
        }
        TopicConfig topic = topics.find(request.topic());
        if (topic == null) {
            return new Refusal(
                    TOPIC_NOT_EXIST, "topic[" + request.topic() + "] not exist, apply first please! " + HelpText.FAQ);
        }
        if (!PermName.isReadable(topic.getPerm())) {
            return new Refusal(NO_PERMISSION, "the topic[" + request.topic() + "] pulling message is forbidden");
        }
        if (request.queueId() < 0 || request.queueId() >= topic.getReadQueueNums()) {
            return new Refusal(
                    SYSTEM_ERROR,
                    "queueId[" + request.queueId() + "] is illegal, topic:[" + request.topic()
                            + "] topicConfig.readQueueNums:[" + topic.getReadQueueNums() + "] consumer:["
                            + exchange.channel().remoteAddress() + "]");
        }
        return null;
    }

    private void read(
            Exchange exchange, PullRequest request, SubscriptionGroupConfig group, RecordFilter filter, boolean first) {
        long beganNanos = System.nanoTime();
        ReadResult result =
                store.read(request.topic(), request.queueId(), request.queueOffset(), request.maxMessages(), filter);
        if (result == null) {
            exchange.respond(SYSTEM_ERROR, "store getMessage return null");
            return;
        }
        int code = codeOf(result.status(), request.queueOffset());
        if (code == SUCCESS) {
            stats.pulled(
                    request.group(),
                    request.topic(),
                    request.queueId(),
                    result.messageCount(),
                    result.totalBytes(),
                    (System.nanoTime() - beganNanos) / 1_000_000);
            exchange.respond(SUCCESS, result.status().name(), answer(result, group), result.slices(), result::close);
            return;
        }
        result.close();
        if (code == PULL_NOT_FOUND && first && request.mayWait()) {
            park(exchange, request, filter);
        } else if (code == PULL_OFFSET_MOVED) {
            offsetMoved(exchange, request, group, result);
        } else {
            exchange.respond(code, result.status().name(), answer(result, group), null);
        }
    }

    private void park(Exchange exchange, PullRequest request, RecordFilter filter) {
        long holdMillis =
                config.isLongPollingEnable() ? request.suspendTimeoutMillis() : config.getShortPollingTimeMills();
        longPolling.park(new WaitingPull(
                exchange, request, filter, request.queueOffset(), clockMillis.getAsLong() + holdMillis));
    }

    private void offsetMoved(Exchange exchange, PullRequest request, SubscriptionGroupConfig group, ReadResult result) {
        String remark = result.status().name();
        if (storeConfig.getBrokerRole() == BrokerRole.SLAVE && !storeConfig.isOffsetCheckInSlave()) {
            var answer =
                    new PullAnswer(group.getBrokerId(), result.nextOffset(), result.minOffset(), result.maxOffset());
            exchange.respond(PULL_RETRY_IMMEDIATELY, remark, answer, null);
            return;
        }
        movedEvents.record(
                request.group(), request.topic(), request.queueId(), request.queueOffset(), result.nextOffset());
        exchange.respond(PULL_OFFSET_MOVED, remark, answer(result, group), null);
    }

    private PullAnswer answer(ReadResult result, SubscriptionGroupConfig group) {
        long suggested = 0;
        if (config.isSlaveReadEnable()) {
            suggested = result.suggestsSlave() ? group.getWhichBrokerWhenConsumeSlowly() : group.getBrokerId();
        }
        return new PullAnswer(suggested, result.nextOffset(), result.minOffset(), result.maxOffset());
    }

    private static int codeOf(ReadStatus status, long queueOffset) {
        return switch (status) {
            case FOUND -> SUCCESS;
            case NO_MATCHED_MESSAGE, MESSAGE_WAS_REMOVING -> PULL_RETRY_IMMEDIATELY;
            case NO_MATCHED_LOGIC_QUEUE, NO_MESSAGE_IN_QUEUE -> queueOffset == 0 ? PULL_NOT_FOUND : PULL_OFFSET_MOVED;
            case OFFSET_FOUND_NULL, OFFSET_OVERFLOW_ONE -> PULL_NOT_FOUND;
            case OFFSET_OVERFLOW_BADLY, OFFSET_TOO_SMALL -> PULL_OFFSET_MOVED;
        };
    }
}
