package org.apache.rocketmq.tools.admin.request;

import static org.apache.rocketmq.tools.admin.request.AdminConnection.body;
import static org.apache.rocketmq.tools.admin.request.AdminConnection.request;

import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.body.BrokerStatsData;
import org.apache.rocketmq.common.protocol.body.ConsumeStatsList;
import org.apache.rocketmq.common.protocol.body.KVTable;
import org.apache.rocketmq.common.protocol.body.ProducerTableInfo;
import org.apache.rocketmq.common.protocol.body.QueryConsumeQueueResponseBody;
import org.apache.rocketmq.common.protocol.body.SubscriptionGroupWrapper;
import org.apache.rocketmq.common.protocol.body.TopicConfigSerializeWrapper;
import org.apache.rocketmq.common.protocol.body.TopicList;
import org.apache.rocketmq.common.protocol.header.CreateTopicRequestHeader;
import org.apache.rocketmq.common.protocol.header.DeleteSubscriptionGroupRequestHeader;
import org.apache.rocketmq.common.protocol.header.DeleteTopicRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetAllProducerInfoRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetConsumeStatsInBrokerHeader;
import org.apache.rocketmq.common.protocol.header.QueryConsumeQueueRequestHeader;
import org.apache.rocketmq.common.protocol.header.ViewBrokerStatsDataRequestHeader;
import org.apache.rocketmq.common.subscription.SubscriptionGroupConfig;
import org.apache.rocketmq.remoting.exception.RemotingConnectException;
import org.apache.rocketmq.remoting.exception.RemotingSendRequestException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Requests to one broker about itself: settings, topics, groups, cleaning, figures. Thread-safe. Source: mqadmin, section 3. */
public final class BrokerAdmin {
    private static final Set<String> SYSTEM_GROUPS = Set.of(
            MixAll.DEFAULT_CONSUMER_GROUP,
            MixAll.DEFAULT_PRODUCER_GROUP,
            MixAll.TOOLS_CONSUMER_GROUP,
            MixAll.FILTERSRV_CONSUMER_GROUP,
            MixAll.MONITOR_CONSUMER_GROUP,
            MixAll.CLIENT_INNER_PRODUCER_GROUP,
            MixAll.SELF_TEST_PRODUCER_GROUP,
            MixAll.SELF_TEST_CONSUMER_GROUP,
            MixAll.ONS_HTTP_PROXY_GROUP,
            MixAll.CID_ONSAPI_PERMISSION_GROUP,
            MixAll.CID_ONSAPI_OWNER_GROUP,
            MixAll.CID_ONSAPI_PULL_GROUP,
            MixAll.CID_SYS_RMQ_TRANS);

    private final AdminConnection connection;

    public BrokerAdmin(AdminConnection connection) {
        this.connection = connection;
    }

    public void updateConfig(String address, Properties properties)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQBrokerException {
        String text = MixAll.properties2String(properties);
        if (text != null && !text.isEmpty()) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            connection.fromBroker(connection.fast(address), request(RequestCode.UPDATE_BROKER_CONFIG, null, body));
        }
    }

    public Properties config(String address)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQBrokerException {
        var answer = connection.fromBroker(address, request(RequestCode.GET_BROKER_CONFIG, null));
        return MixAll.string2Properties(new String(answer.getBody(), StandardCharsets.UTF_8));
    }

    public KVTable runtime(String address)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQBrokerException {
        var request = request(RequestCode.GET_BROKER_RUNTIME_INFO, null);
        return body(connection.fromBroker(connection.fast(address), request), KVTable.class);
    }

    /** Creates the topic or replaces all its settings. */
    public void putTopic(String address, String defaultTopic, TopicConfig topic)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        CreateTopicRequestHeader header = new CreateTopicRequestHeader();
        header.setTopic(topic.getTopicName());
        header.setDefaultTopic(defaultTopic);
        header.setReadQueueNums(topic.getReadQueueNums());
        header.setWriteQueueNums(topic.getWriteQueueNums());
        header.setPerm(topic.getPerm());
        header.setTopicFilterType(topic.getTopicFilterType().name());
        header.setTopicSysFlag(topic.getTopicSysFlag());
        header.setOrder(topic.isOrder());
        connection.fromServer(connection.fast(address), request(RequestCode.UPDATE_AND_CREATE_TOPIC, header));
    }

    public void deleteTopic(String address, String topic)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        DeleteTopicRequestHeader header = new DeleteTopicRequestHeader();
        header.setTopic(topic);
        connection.fromServer(connection.fast(address), request(RequestCode.DELETE_TOPIC_IN_BROKER, header));
    }

    public TopicConfigSerializeWrapper topics(String address, long millis)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQBrokerException {
        var request = request(RequestCode.GET_ALL_TOPIC_CONFIG, null);
        return body(
                connection.fromBroker(connection.fast(address), request, millis), TopicConfigSerializeWrapper.class);
    }

    /** Without the broker's own topics and, unless {@code special}, without retry and dead letter topics. */
    public TopicConfigSerializeWrapper userTopics(String address, boolean special, long millis)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQBrokerException {
        TopicConfigSerializeWrapper all = topics(address, millis);
        var request = request(RequestCode.GET_SYSTEM_TOPIC_LIST_FROM_BROKER, null);
        Set<String> system = body(connection.fromBroker(connection.fast(address), request, millis), TopicList.class)
                .getTopicList();
        all.getTopicConfigTable()
                .keySet()
                .removeIf(topic -> system.contains(topic) || !special && TopicKinds.isRetryOrDeadLetter(topic));
        return all;
    }

    public void putGroup(String address, SubscriptionGroupConfig group)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        byte[] body = RemotingSerializable.encode(group);
        connection.fromServer(
                connection.fast(address), request(RequestCode.UPDATE_AND_CREATE_SUBSCRIPTIONGROUP, null, body));
    }

    public void deleteGroup(String address, String group, boolean removeOffset)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        DeleteSubscriptionGroupRequestHeader header = new DeleteSubscriptionGroupRequestHeader();
        header.setGroupName(group);
        header.setRemoveOffset(removeOffset);
        connection.fromServer(connection.fast(address), request(RequestCode.DELETE_SUBSCRIPTIONGROUP, header));
    }

    public SubscriptionGroupWrapper groups(String address, long millis)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQBrokerException {
        var request = request(RequestCode.GET_ALL_SUBSCRIPTIONGROUP_CONFIG, null);
        return body(connection.fromBroker(connection.fast(address), request, millis), SubscriptionGroupWrapper.class);
    }

    public SubscriptionGroupWrapper userGroups(String address, long millis)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQBrokerException {
        SubscriptionGroupWrapper all = groups(address, millis);
        all.getSubscriptionGroupTable()
                .keySet()
                .removeIf(group -> MixAll.isSysConsumerGroup(group) || SYSTEM_GROUPS.contains(group));
        return all;
    }

    /**
     * Lets the broker tidy up now: {@link RequestCode#CLEAN_EXPIRED_CONSUMEQUEUE}, {@link RequestCode#CLEAN_UNUSED_TOPIC}
     * or {@link RequestCode#DELETE_EXPIRED_COMMITLOG}.
     */
    public void clean(int requestCode, String address)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        connection.fromServer(connection.fast(address), request(requestCode, null));
    }

    public BrokerStatsData stats(String address, String statsName, String statsKey)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        ViewBrokerStatsDataRequestHeader header = new ViewBrokerStatsDataRequestHeader();
        header.setStatsName(statsName);
        header.setStatsKey(statsKey);
        var request = request(RequestCode.VIEW_BROKER_STATS_DATA, header);
        return body(connection.fromServer(connection.fast(address), request), BrokerStatsData.class);
    }

    public ConsumeStatsList consumeStats(String address, boolean onlyOrdered, long millis)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        GetConsumeStatsInBrokerHeader header = new GetConsumeStatsInBrokerHeader();
        header.setOrder(onlyOrdered);
        var request = request(RequestCode.GET_BROKER_CONSUME_STATS, header);
        return body(connection.fromServer(connection.fast(address), request, millis), ConsumeStatsList.class);
    }

    /**
     * Entries of a consume queue.
     *
     * @throws MQClientException also when {@code index} lies outside the queue
     */
    public QueryConsumeQueueResponseBody queue(
            String address, String topic, int queueId, long index, int count, String group)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        QueryConsumeQueueRequestHeader header = new QueryConsumeQueueRequestHeader();
        header.setTopic(topic);
        header.setQueueId(queueId);
        header.setIndex(index);
        header.setCount(count);
        header.setConsumerGroup(group);
        var answer = connection.fromServer(connection.fast(address), request(RequestCode.QUERY_CONSUME_QUEUE, header));
        if (answer.getBody() == null) {
            // 4.9 quirk: brokers answer success without a body for an offset outside the queue.
            throw new MQClientException("offset " + index + " is outside queue " + queueId + " of " + topic, null);
        }
        return body(answer, QueryConsumeQueueResponseBody.class);
    }

    public ProducerTableInfo producers(String address)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQBrokerException {
        var request = request(RequestCode.GET_ALL_PRODUCER_INFO, new GetAllProducerInfoRequestHeader());
        return body(connection.fromBroker(connection.fast(address), request), ProducerTableInfo.class);
    }
}
