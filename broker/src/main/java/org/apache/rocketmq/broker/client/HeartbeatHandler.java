package org.apache.rocketmq.broker.client;

import java.util.HashSet;
import java.util.function.LongSupplier;
import org.apache.rocketmq.broker.group.GroupTable;
import org.apache.rocketmq.broker.request.BadRequest;
import org.apache.rocketmq.broker.topic.TopicTable;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.constant.PermName;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.header.UnregisterClientRequestHeader;
import org.apache.rocketmq.common.protocol.heartbeat.ConsumerData;
import org.apache.rocketmq.common.protocol.heartbeat.HeartbeatData;
import org.apache.rocketmq.common.protocol.heartbeat.ProducerData;
import org.apache.rocketmq.common.subscription.SubscriptionGroupConfig;
import org.apache.rocketmq.common.sysflag.TopicSysFlag;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.remoting.netty.RequestHandler;

/**
 * Heartbeats and goodbyes of clients: requests 34 and 35. Runs on the heartbeat lane, because the first heartbeat of a group
 * writes files. Thread-safe. Source: broker specification, HEART_BEAT.
 */
public final class HeartbeatHandler implements RequestHandler {
    private final GroupTable groups;
    private final TopicTable topics;
    private final ProducerGroups producers;
    private final ConsumerGroups consumers;
    private final HeartbeatListener listener;
    private final LongSupplier clockMillis;

    public HeartbeatHandler(
            GroupTable groups,
            TopicTable topics,
            ProducerGroups producers,
            ConsumerGroups consumers,
            HeartbeatListener listener,
            LongSupplier clockMillis) {
        this.groups = groups;
        this.topics = topics;
        this.producers = producers;
        this.consumers = consumers;
        this.listener = listener;
        this.clockMillis = clockMillis;
    }

    @Override
    public void handle(Exchange exchange) throws RemotingCommandException {
        if (exchange.code() == RequestCode.UNREGISTER_CLIENT) {
            unregister(exchange);
        } else {
            heartbeat(exchange);
        }
    }

    private void heartbeat(Exchange exchange) throws BadRequest {
        HeartbeatData data = BadRequest.body(exchange, HeartbeatData.class);
        check(data);
        long now = clockMillis.getAsLong();
        var client = new ClientConnection(
                exchange.channel(),
                data.getClientID(),
                exchange.request().getLanguage(),
                exchange.request().getVersion(),
                now);
        for (ConsumerData consumer : data.getConsumerDataSet()) {
            prepareRetries(consumer);
            consumers.heartbeat(client, consumer, now);
            listener.consumerAlive(consumer);
        }
        for (ProducerData producer : data.getProducerDataSet()) {
            producers.heartbeat(producer.getGroupName(), client, now);
        }
        exchange.respondSuccess();
    }

    /** Refuses what is incomplete before any of it counts. */
    private static void check(HeartbeatData data) throws BadRequest {
        if (data.getClientID() == null) {
            throw new BadRequest("the heartbeat has no clientID");
        }
        if (data.getConsumerDataSet() == null) {
            data.setConsumerDataSet(new HashSet<>());
        }
        if (data.getProducerDataSet() == null) {
            data.setProducerDataSet(new HashSet<>());
        }
        for (ConsumerData consumer : data.getConsumerDataSet()) {
            if (consumer == null || consumer.getGroupName() == null) {
                throw new BadRequest("a consumer in the heartbeat has no groupName");
            }
            if (consumer.getSubscriptionDataSet() != null
                    && consumer.getSubscriptionDataSet().stream().anyMatch(s -> s == null || s.getTopic() == null)) {
                throw new BadRequest("a subscription of group " + consumer.getGroupName() + " has no topic");
            }
        }
        for (ProducerData producer : data.getProducerDataSet()) {
            if (producer == null || producer.getGroupName() == null) {
                throw new BadRequest("a producer in the heartbeat has no groupName");
            }
        }
    }

    /** The retry topic stands before the first message of the group can fail. */
    private void prepareRetries(ConsumerData consumer) {
        SubscriptionGroupConfig group = groups.find(consumer.getGroupName());
        if (group != null) {
            topics.findOrCreate(
                    MixAll.getRetryTopic(consumer.getGroupName()),
                    group.getRetryQueueNums(),
                    PermName.PERM_READ | PermName.PERM_WRITE,
                    consumer.isUnitMode() ? TopicSysFlag.buildSysFlag(false, true) : 0);
        }
    }

    private void unregister(Exchange exchange) throws RemotingCommandException {
        var header = exchange.read(new UnregisterClientRequestHeader());
        if (header.getProducerGroup() != null) {
            producers.unregister(header.getProducerGroup(), exchange.channel());
        }
        if (header.getConsumerGroup() != null) {
            consumers.unregister(header.getConsumerGroup(), exchange.channel());
        }
        exchange.respondSuccess();
    }
}
