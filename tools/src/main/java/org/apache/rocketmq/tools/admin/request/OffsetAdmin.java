package org.apache.rocketmq.tools.admin.request;

import static org.apache.rocketmq.tools.admin.request.AdminConnection.body;
import static org.apache.rocketmq.tools.admin.request.AdminConnection.request;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.admin.ConsumeStats;
import org.apache.rocketmq.common.admin.OffsetWrapper;
import org.apache.rocketmq.common.admin.RollbackStats;
import org.apache.rocketmq.common.admin.TopicOffset;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.message.MessageQueueForC;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.body.GetConsumerStatusBody;
import org.apache.rocketmq.common.protocol.body.ResetOffsetBody;
import org.apache.rocketmq.common.protocol.body.ResetOffsetBodyForC;
import org.apache.rocketmq.common.protocol.header.GetConsumerStatusRequestHeader;
import org.apache.rocketmq.common.protocol.header.ResetOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.header.UpdateConsumerOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.route.BrokerData;
import org.apache.rocketmq.common.protocol.route.QueueData;
import org.apache.rocketmq.common.protocol.route.TopicRouteData;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.protocol.LanguageCode;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/** Reads and moves the offsets of consumer groups. Thread-safe. Source: mqadmin, section 4.6. */
public final class OffsetAdmin {
    /** As a point in time: the end of each queue. */
    public static final long END_OF_QUEUE = -1;

    private final AdminConnection connection;
    private final NameServerAdmin nameServers;
    private final GroupAdmin groups;

    public OffsetAdmin(AdminConnection connection, NameServerAdmin nameServers, GroupAdmin groups) {
        this.connection = connection;
        this.nameServers = nameServers;
        this.groups = groups;
    }

    public void update(String address, String group, MessageQueue queue, long offset)
            throws RemotingException, MQBrokerException, InterruptedException {
        UpdateConsumerOffsetRequestHeader header = new UpdateConsumerOffsetRequestHeader();
        header.setConsumerGroup(group);
        header.setTopic(queue.getTopic());
        header.setQueueId(queue.getQueueId());
        header.setCommitOffset(offset);
        header.setBname(queue.getBrokerName());
        connection.instance().brokerApi().updateConsumerOffset(address, header, connection.timeoutMillis());
    }

    /**
     * Lets each broker of the topic move its online group members, and their clients follow.
     *
     * @param timestampMillis {@link #END_OF_QUEUE} or a point in time
     * @param force false moves back only
     * @param cClients whether the members are C++ clients
     * @throws MQClientException 206 when the group is offline
     */
    public Map<MessageQueue, Long> reset(
            String topic, String group, long timestampMillis, boolean force, boolean cClients)
            throws RemotingException, MQClientException, InterruptedException {
        Map<MessageQueue, Long> all = new HashMap<>();
        for (String address : groups.addresses(topic)) {
            ResetOffsetRequestHeader header = new ResetOffsetRequestHeader();
            header.setTopic(topic);
            header.setGroup(group);
            header.setTimestamp(timestampMillis);
            header.setForce(force);
            RemotingCommand request = request(RequestCode.INVOKE_BROKER_TO_RESET_OFFSET, header);
            if (cClients) {
                request.setLanguage(LanguageCode.CPP);
            }
            RemotingCommand answer = connection.fromServer(connection.fast(address), request);
            if (answer.getBody() == null) {
                continue;
            }
            if (cClients) {
                for (MessageQueueForC moved :
                        body(answer, ResetOffsetBodyForC.class).getOffsetTable()) {
                    all.put(
                            new MessageQueue(moved.getTopic(), moved.getBrokerName(), moved.getQueueId()),
                            moved.getOffset());
                }
            } else {
                all.putAll(body(answer, ResetOffsetBody.class).getOffsetTable());
            }
        }
        return all;
    }

    /** Moves the stored offsets of a group that is offline. */
    public List<RollbackStats> resetStored(String group, String topic, long timestampMillis, boolean force)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        TopicRouteData route = nameServers.route(topic);
        List<RollbackStats> moved = new ArrayList<>();
        for (BrokerData broker : route.getBrokerDatas()) {
            String address = broker.selectBrokerAddr();
            if (address == null) {
                continue;
            }
            Map<MessageQueue, OffsetWrapper> known = storedOffsets(address, group, topic);
            if (known.isEmpty()) {
                known = untouched(address, topic, broker.getBrokerName(), route);
            }
            for (Map.Entry<MessageQueue, OffsetWrapper> queue : known.entrySet()) {
                moved.add(move(address, group, queue.getKey(), queue.getValue(), timestampMillis, force));
            }
        }
        return moved;
    }

    private Map<MessageQueue, OffsetWrapper> storedOffsets(String address, String group, String topic)
            throws RemotingException, MQBrokerException, InterruptedException {
        ConsumeStats stats = groups.consumeStats(address, group, null, connection.timeoutMillis());
        Map<MessageQueue, OffsetWrapper> ofTopic = new HashMap<>(stats.getOffsetTable());
        ofTopic.keySet().removeIf(queue -> !topic.equals(queue.getTopic()));
        return ofTopic;
    }

    /** A group that never consumed the topic stands at the start of every queue. */
    private Map<MessageQueue, OffsetWrapper> untouched(
            String address, String topic, String brokerName, TopicRouteData route)
            throws RemotingException, MQBrokerException, InterruptedException {
        Map<MessageQueue, TopicOffset> offsets =
                groups.topicStats(address, topic).getOffsetTable();
        Map<MessageQueue, OffsetWrapper> start = new HashMap<>();
        for (QueueData data : route.getQueueDatas()) {
            for (int id = 0; data.getBrokerName().equals(brokerName) && id < data.getReadQueueNums(); id++) {
                MessageQueue queue = new MessageQueue(topic, brokerName, id);
                TopicOffset offset = offsets.get(queue);
                if (offset != null) {
                    OffsetWrapper wrapper = new OffsetWrapper();
                    wrapper.setBrokerOffset(offset.getMaxOffset());
                    wrapper.setConsumerOffset(offset.getMinOffset());
                    start.put(queue, wrapper);
                }
            }
        }
        return start;
    }

    private RollbackStats move(
            String address, String group, MessageQueue queue, OffsetWrapper known, long timestampMillis, boolean force)
            throws RemotingException, MQBrokerException, InterruptedException {
        var broker = connection.instance().brokerApi();
        long target = timestampMillis == END_OF_QUEUE
                ? broker.maxOffset(address, queue, connection.timeoutMillis())
                : broker.searchOffset(address, queue, timestampMillis, connection.timeoutMillis());
        RollbackStats stats = new RollbackStats();
        stats.setBrokerName(queue.getBrokerName());
        stats.setQueueId(queue.getQueueId());
        stats.setBrokerOffset(known.getBrokerOffset());
        stats.setConsumerOffset(known.getConsumerOffset());
        stats.setTimestampOffset(target);
        stats.setRollbackOffset(known.getConsumerOffset());
        if (force || target <= known.getConsumerOffset()) {
            update(address, group, queue, target);
            stats.setRollbackOffset(target);
        }
        return stats;
    }

    /** {@link #reset}, or {@link #resetStored} for a group that is offline. */
    public void resetAnyhow(String group, String topic, long timestampMillis)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        try {
            reset(topic, group, timestampMillis, true, false);
        } catch (MQClientException e) {
            if (e.getResponseCode() != ResponseCode.CONSUMER_NOT_ONLINE) {
                throw e;
            }
            resetStored(group, topic, timestampMillis, true);
        }
    }

    /** Where the clients of an online group are; {@code client} null or empty asks for all. Client id to its queues. */
    public Map<String, Map<MessageQueue, Long>> ofClients(String topic, String group, String client)
            throws RemotingException, MQClientException, InterruptedException {
        List<String> addresses = groups.addresses(topic);
        if (addresses.isEmpty()) {
            return Map.of();
        }
        GetConsumerStatusRequestHeader header = new GetConsumerStatusRequestHeader();
        header.setTopic(topic);
        header.setGroup(group);
        header.setClientAddr(client);
        var request = request(RequestCode.INVOKE_BROKER_TO_GET_CONSUMER_STATUS, header);
        var answer = connection.fromServer(connection.fast(addresses.get(0)), request);
        return answer.getBody() == null
                ? Map.of()
                : body(answer, GetConsumerStatusBody.class).getConsumerTable();
    }

    /**
     * Gives {@code to} the stored offsets of {@code from}.
     *
     * <p>4.9 quirk: all topics of {@code from} are copied, not only {@code topic}, which serves to find the brokers.
     */
    public void copy(String from, String to, String topic)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        ConsumeStats stats = groups.consumeStats(from, null);
        Map<String, String> addresses = new HashMap<>();
        for (BrokerData broker : nameServers.route(topic).getBrokerDatas()) {
            addresses.put(broker.getBrokerName(), broker.getBrokerAddrs().get(MixAll.MASTER_ID));
        }
        for (Map.Entry<MessageQueue, OffsetWrapper> entry :
                stats.getOffsetTable().entrySet()) {
            MessageQueue queue = entry.getKey();
            String address = addresses.get(queue.getBrokerName());
            if (address == null) {
                throw new MQClientException(
                        "The broker[" + queue.getBrokerName() + "] of " + queue
                                + " has no master in the route of topic " + topic,
                        null);
            }
            update(address, to, queue, Math.max(0, entry.getValue().getConsumerOffset()));
        }
    }
}
