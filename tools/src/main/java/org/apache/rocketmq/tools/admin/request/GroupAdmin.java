package org.apache.rocketmq.tools.admin.request;

import static org.apache.rocketmq.tools.admin.request.AdminConnection.body;
import static org.apache.rocketmq.tools.admin.request.AdminConnection.request;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.admin.ConsumeStats;
import org.apache.rocketmq.common.admin.TopicStatsTable;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.body.ConsumeMessageDirectlyResult;
import org.apache.rocketmq.common.protocol.body.ConsumerConnection;
import org.apache.rocketmq.common.protocol.body.ConsumerRunningInfo;
import org.apache.rocketmq.common.protocol.body.GroupList;
import org.apache.rocketmq.common.protocol.body.ProducerConnection;
import org.apache.rocketmq.common.protocol.body.QueryConsumeTimeSpanBody;
import org.apache.rocketmq.common.protocol.body.QueueTimeSpan;
import org.apache.rocketmq.common.protocol.header.ConsumeMessageDirectlyResultRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetConsumeStatsRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetConsumerConnectionListRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetConsumerRunningInfoRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetProducerConnectionListRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetTopicStatsInfoRequestHeader;
import org.apache.rocketmq.common.protocol.header.QueryConsumeTimeSpanRequestHeader;
import org.apache.rocketmq.common.protocol.header.QueryTopicConsumeByWhoRequestHeader;
import org.apache.rocketmq.common.protocol.header.ResumeCheckHalfMessageRequestHeader;
import org.apache.rocketmq.common.protocol.route.BrokerData;
import org.apache.rocketmq.remoting.exception.RemotingConnectException;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.exception.RemotingSendRequestException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;

/**
 * What brokers know about topics, groups and their clients, asked along routes: a group is found through the route of its
 * retry topic. Thread-safe. Source: mqadmin, section 3.
 */
public final class GroupAdmin {
    /** Requests that make a broker search or ask a client may take this many times the usual time. */
    private static final int SLOW = 3;

    private final AdminConnection connection;
    private final NameServerAdmin nameServers;

    public GroupAdmin(AdminConnection connection, NameServerAdmin nameServers) {
        this.connection = connection;
        this.nameServers = nameServers;
    }

    /** One address of every broker of the topic's route, its master if known. */
    List<String> addresses(String topic) throws RemotingException, MQClientException, InterruptedException {
        List<String> addresses = new ArrayList<>();
        for (BrokerData broker : nameServers.route(topic).getBrokerDatas()) {
            String address = broker.selectBrokerAddr();
            if (address != null) {
                addresses.add(address);
            }
        }
        return addresses;
    }

    private String random(List<String> addresses) {
        return addresses.isEmpty()
                ? null
                : addresses.get(ThreadLocalRandom.current().nextInt(addresses.size()));
    }

    public TopicStatsTable topicStats(String topic)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException {
        TopicStatsTable all = new TopicStatsTable();
        for (String address : addresses(topic)) {
            all.getOffsetTable().putAll(topicStats(address, topic).getOffsetTable());
        }
        if (all.getOffsetTable().isEmpty()) {
            throw new MQClientException("Not found the topic stats info", null);
        }
        return all;
    }

    TopicStatsTable topicStats(String address, String topic)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQBrokerException {
        GetTopicStatsInfoRequestHeader header = new GetTopicStatsInfoRequestHeader();
        header.setTopic(topic);
        var request = request(RequestCode.GET_TOPIC_STATS_INFO, header);
        return body(connection.fromBroker(connection.fast(address), request), TopicStatsTable.class);
    }

    /**
     * @param topic null for all topics of the group
     * @throws MQClientException 206 when the group has consumed nothing yet
     */
    public ConsumeStats consumeStats(String group, String topic)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException {
        ConsumeStats all = new ConsumeStats();
        for (String address : addresses(MixAll.getRetryTopic(group))) {
            ConsumeStats one = consumeStats(address, group, topic, SLOW * connection.timeoutMillis());
            all.getOffsetTable().putAll(one.getOffsetTable());
            all.setConsumeTps(all.getConsumeTps() + one.getConsumeTps());
        }
        if (all.getOffsetTable().isEmpty()) {
            throw new MQClientException(
                    ResponseCode.CONSUMER_NOT_ONLINE,
                    "Not found the consumer group consume stats, because return offset table is empty, maybe the"
                            + " consumer not consume any message");
        }
        return all;
    }

    ConsumeStats consumeStats(String address, String group, String topic, long millis)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQBrokerException {
        GetConsumeStatsRequestHeader header = new GetConsumeStatsRequestHeader();
        header.setConsumerGroup(group);
        header.setTopic(topic);
        var request = request(RequestCode.GET_CONSUME_STATS, header);
        return body(connection.fromBroker(connection.fast(address), request, millis), ConsumeStats.class);
    }

    /** Asks one random broker, as clients report to all of them. */
    public ConsumerConnection consumers(String group)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException {
        String address = random(addresses(MixAll.getRetryTopic(group)));
        ConsumerConnection found = address == null ? null : consumers(group, address);
        if (found == null || found.getConnectionSet().isEmpty()) {
            throw new MQClientException(ResponseCode.CONSUMER_NOT_ONLINE, "Not found the consumer group connection");
        }
        return found;
    }

    public ConsumerConnection consumers(String group, String address)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQBrokerException {
        GetConsumerConnectionListRequestHeader header = new GetConsumerConnectionListRequestHeader();
        header.setConsumerGroup(group);
        var request = request(RequestCode.GET_CONSUMER_CONNECTION_LIST, header);
        return body(connection.fromBroker(connection.fast(address), request), ConsumerConnection.class);
    }

    public ProducerConnection producers(String group, String topic)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException {
        String address = random(addresses(topic));
        ProducerConnection found = null;
        if (address != null) {
            GetProducerConnectionListRequestHeader header = new GetProducerConnectionListRequestHeader();
            header.setProducerGroup(group);
            var request = request(RequestCode.GET_PRODUCER_CONNECTION_LIST, header);
            found = body(connection.fromBroker(connection.fast(address), request), ProducerConnection.class);
        }
        if (found == null || found.getConnectionSet().isEmpty()) {
            throw new MQClientException("Not found the producer group connection", null);
        }
        return found;
    }

    /** Asks a client through the first broker of its group's route; null when the route is empty. */
    public ConsumerRunningInfo runningInfo(String group, String clientId, boolean threadDump)
            throws RemotingException, MQClientException, InterruptedException {
        List<String> addresses = addresses(MixAll.getRetryTopic(group));
        if (addresses.isEmpty()) {
            return null;
        }
        GetConsumerRunningInfoRequestHeader header = new GetConsumerRunningInfoRequestHeader();
        header.setConsumerGroup(group);
        header.setClientId(clientId);
        header.setJstackEnable(threadDump);
        var answer = connection.fromServer(
                connection.fast(addresses.get(0)),
                request(RequestCode.GET_CONSUMER_RUNNING_INFO, header),
                SLOW * connection.timeoutMillis());
        return body(answer, ConsumerRunningInfo.class);
    }

    /** Lets a client consume the message at {@code address} with that offset id, and waits for its result. */
    public ConsumeMessageDirectlyResult consumeDirectly(
            String address, String group, String clientId, String offsetMsgId)
            throws RemotingException, MQClientException, InterruptedException {
        ConsumeMessageDirectlyResultRequestHeader header = new ConsumeMessageDirectlyResultRequestHeader();
        header.setConsumerGroup(group);
        header.setClientId(clientId);
        header.setMsgId(offsetMsgId);
        var answer = connection.fromServer(
                connection.fast(address),
                request(RequestCode.CONSUME_MESSAGE_DIRECTLY, header),
                SLOW * connection.timeoutMillis());
        return body(answer, ConsumeMessageDirectlyResult.class);
    }

    /** The groups that the first broker of the topic's route knows. */
    public GroupList groupsOf(String topic)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException {
        List<String> addresses = addresses(topic);
        if (addresses.isEmpty()) {
            return new GroupList();
        }
        QueryTopicConsumeByWhoRequestHeader header = new QueryTopicConsumeByWhoRequestHeader();
        header.setTopic(topic);
        var request = request(RequestCode.QUERY_TOPIC_CONSUME_BY_WHO, header);
        return body(connection.fromBroker(connection.fast(addresses.get(0)), request), GroupList.class);
    }

    public List<QueueTimeSpan> timeSpans(String topic, String group)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException {
        List<QueueTimeSpan> spans = new ArrayList<>();
        for (String address : addresses(topic)) {
            QueryConsumeTimeSpanRequestHeader header = new QueryConsumeTimeSpanRequestHeader();
            header.setTopic(topic);
            header.setGroup(group);
            var request = request(RequestCode.QUERY_CONSUME_TIME_SPAN, header);
            var answer = connection.fromBroker(connection.fast(address), request, SLOW * connection.timeoutMillis());
            spans.addAll(body(answer, QueryConsumeTimeSpanBody.class).getConsumeTimeSpanSet());
        }
        return spans;
    }

    /** Puts a half message back into the queue of transactions to check; false when the broker refuses. */
    public boolean resumeCheck(String address, String offsetMsgId)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException {
        ResumeCheckHalfMessageRequestHeader header = new ResumeCheckHalfMessageRequestHeader();
        header.setMsgId(offsetMsgId);
        var request = request(RequestCode.RESUME_CHECK_HALF_MESSAGE, header);
        return connection
                        .ask(connection.fast(address), request, connection.timeoutMillis())
                        .getCode()
                == ResponseCode.SUCCESS;
    }
}
