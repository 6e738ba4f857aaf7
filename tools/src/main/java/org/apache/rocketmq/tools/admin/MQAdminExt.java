package org.apache.rocketmq.tools.admin;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.rocketmq.client.MQAdmin;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.PlainAccessConfig;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.admin.ConsumeStats;
import org.apache.rocketmq.common.admin.RollbackStats;
import org.apache.rocketmq.common.admin.TopicStatsTable;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.body.BrokerStatsData;
import org.apache.rocketmq.common.protocol.body.ClusterAclVersionInfo;
import org.apache.rocketmq.common.protocol.body.ClusterInfo;
import org.apache.rocketmq.common.protocol.body.ConsumeMessageDirectlyResult;
import org.apache.rocketmq.common.protocol.body.ConsumeStatsList;
import org.apache.rocketmq.common.protocol.body.ConsumerConnection;
import org.apache.rocketmq.common.protocol.body.ConsumerRunningInfo;
import org.apache.rocketmq.common.protocol.body.GroupList;
import org.apache.rocketmq.common.protocol.body.KVTable;
import org.apache.rocketmq.common.protocol.body.ProducerConnection;
import org.apache.rocketmq.common.protocol.body.ProducerTableInfo;
import org.apache.rocketmq.common.protocol.body.QueryConsumeQueueResponseBody;
import org.apache.rocketmq.common.protocol.body.QueueTimeSpan;
import org.apache.rocketmq.common.protocol.body.SubscriptionGroupWrapper;
import org.apache.rocketmq.common.protocol.body.TopicConfigSerializeWrapper;
import org.apache.rocketmq.common.protocol.body.TopicList;
import org.apache.rocketmq.common.protocol.route.TopicRouteData;
import org.apache.rocketmq.common.subscription.SubscriptionGroupConfig;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.exception.RemotingConnectException;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.exception.RemotingSendRequestException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;
import org.apache.rocketmq.tools.admin.api.MessageTrack;

/**
 * Administration of brokers, name servers, topics and groups. Every call blocks until it is answered or its time is over.
 *
 * <p>Addresses are {@code host:port}. A refusal is an {@code MQClientException} or {@code MQBrokerException} with the
 * peer's code and remark; transport faults are {@code RemotingException}s. Source: mqadmin, sections 3 and 5.
 */
public interface MQAdminExt extends MQAdmin {
    /** Connects to the name servers; once, before any other call. */
    void start() throws MQClientException;

    /** Ends the connections unless other clients of this process share them. */
    void shutdown();

    /** Changes settings of a running broker; it also keeps them in its file. */
    void updateBrokerConfig(String brokerAddr, Properties properties)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    UnsupportedEncodingException, InterruptedException, MQBrokerException;

    /** All settings of a broker. */
    Properties getBrokerConfig(String brokerAddr)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    UnsupportedEncodingException, InterruptedException, MQBrokerException;

    /** Creates a topic or replaces all its settings on one broker. */
    void createAndUpdateTopicConfig(String addr, TopicConfig config)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;

    /** Creates or changes an account on one broker. */
    void createAndUpdatePlainAccessConfig(String addr, PlainAccessConfig config)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;

    void deletePlainAccessConfig(String addr, String accessKey)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;

    void updateGlobalWhiteAddrConfig(String addr, String globalWhiteAddrs)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;

    void updateGlobalWhiteAddrConfig(String addr, String globalWhiteAddrs, String aclFileFullPath)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;

    /** The versions of the ACL files of one broker. */
    ClusterAclVersionInfo examineBrokerClusterAclVersionInfo(String addr)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;

    /** Creates a group or replaces all its settings on one broker. */
    void createAndUpdateSubscriptionGroupConfig(String addr, SubscriptionGroupConfig config)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;

    /** The settings of a group on one broker; null when it does not know the group. */
    SubscriptionGroupConfig examineSubscriptionGroupConfig(String addr, String group)
            throws InterruptedException, RemotingException, MQClientException, MQBrokerException;

    /** The settings of a topic on one broker; null when it does not know the topic. */
    TopicConfig examineTopicConfig(String addr, String topic)
            throws RemotingException, InterruptedException, MQBrokerException;

    /** Offsets and last store time of every queue of a topic. */
    TopicStatsTable examineTopicStats(String topic)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException;

    /** All topics that the name server knows. */
    TopicList fetchAllTopicList() throws RemotingException, MQClientException, InterruptedException;

    /** The topics of one cluster. */
    TopicList fetchTopicsByCLuster(String clusterName)
            throws RemotingException, MQClientException, InterruptedException;

    /** The run time figures of a broker. */
    KVTable fetchBrokerRuntimeStats(String brokerAddr)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQBrokerException;

    /** Offsets of a group per queue, of all topics or of one. */
    ConsumeStats examineConsumeStats(String consumerGroup)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException;

    ConsumeStats examineConsumeStats(String consumerGroup, String topic)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException;

    /** Clusters, their brokers and addresses. */
    ClusterInfo examineBrokerClusterInfo()
            throws InterruptedException, MQBrokerException, RemotingTimeoutException, RemotingSendRequestException,
                    RemotingConnectException;

    /** Who serves a topic. */
    TopicRouteData examineTopicRouteInfo(String topic)
            throws RemotingException, MQClientException, InterruptedException;

    /** The online members of a consumer group. */
    ConsumerConnection examineConsumerConnectionInfo(String consumerGroup)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQBrokerException, RemotingException, MQClientException;

    ConsumerConnection examineConsumerConnectionInfo(String consumerGroup, String brokerAddr)
            throws InterruptedException, MQBrokerException, RemotingException, MQClientException;

    /** The online members of a producer group. */
    ProducerConnection examineProducerConnectionInfo(String producerGroup, String topic)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException;

    /** All producer clients that a broker knows. */
    ProducerTableInfo getAllProducerInfo(String brokerAddr)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException;

    /** The known name servers, {@code host:port}. */
    List<String> getNameServerAddressList();

    /** Takes the write permission of a broker out of the routes of one name server; returns how many entries changed. */
    int wipeWritePermOfBroker(String namesrvAddr, String brokerName)
            throws RemotingCommandException, RemotingConnectException, RemotingSendRequestException,
                    RemotingTimeoutException, InterruptedException, MQClientException;

    /** Gives a broker its write permission back; returns how many entries changed. */
    int addWritePermOfBroker(String namesrvAddr, String brokerName)
            throws RemotingCommandException, RemotingConnectException, RemotingSendRequestException,
                    RemotingTimeoutException, InterruptedException, MQClientException;

    /** 4.9 quirk: does nothing; {@link #createAndUpdateKvConfig} writes. */
    void putKVConfig(String namespace, String key, String value);

    /** One entry of the name server. */
    String getKVConfig(String namespace, String key) throws RemotingException, MQClientException, InterruptedException;

    /** All entries of a namespace. */
    KVTable getKVListByNamespace(String namespace) throws RemotingException, MQClientException, InterruptedException;

    /** Deletes a topic from each of the brokers. */
    void deleteTopicInBroker(Set<String> addrs, String topic)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;

    /** Makes each of the name servers (null: all known) forget a topic. */
    void deleteTopicInNameServer(Set<String> addrs, String topic, String clusterName)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;

    /** Removes the settings of a group from one broker. */
    void deleteSubscriptionGroup(String addr, String groupName)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;

    void deleteSubscriptionGroup(String addr, String groupName, boolean removeOffset)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;

    /** Writes an entry to every name server. */
    void createAndUpdateKvConfig(String namespace, String key, String value)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;

    /** Deletes an entry from every name server. */
    void deleteKvConfig(String namespace, String key)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;

    /** Moves the stored offsets of an offline group to a point in time (ms; -1 = end). */
    List<RollbackStats> resetOffsetByTimestampOld(String consumerGroup, String topic, long timestamp, boolean force)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;

    /** Moves an online group to a point in time (ms; -1 = end); {@code isForce} false moves back only. Returns the new offsets. */
    Map<MessageQueue, Long> resetOffsetByTimestamp(String topic, String group, long timestamp, boolean isForce)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;

    /** Moves a group, online or not, to a point in time (ms; -1 = end). */
    void resetOffsetNew(String consumerGroup, String topic, long timestamp)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;

    /** Where the clients of an online group are: client id to queues and offsets. */
    Map<String, Map<MessageQueue, Long>> getConsumeStatus(String topic, String group, String clientAddr)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;

    /** Writes the order entry of topic {@code key}: all of it, or the entries of the named brokers only. */
    void createOrUpdateOrderConf(String key, String value, boolean isCluster)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;

    /** The groups that consume a topic. */
    GroupList queryTopicConsumeByWho(String topic)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQBrokerException, RemotingException, MQClientException;

    /** Store times of the oldest, newest and next message of each queue for a group. */
    List<QueueTimeSpan> queryConsumeTimeSpan(String topic, String group)
            throws InterruptedException, MQBrokerException, RemotingException, MQClientException;

    /** Lets all brokers of a cluster (null: of all clusters) delete queue files that lie behind their log; the result is that of the last one. */
    boolean cleanExpiredConsumerQueue(String cluster)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException, MQClientException,
                    InterruptedException;

    boolean cleanExpiredConsumerQueueByAddr(String addr)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException, MQClientException,
                    InterruptedException;

    /** Lets all brokers of a cluster (null: of all clusters) delete expired log files; the result is that of the last one. */
    boolean deleteExpiredCommitLog(String cluster)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException, MQClientException,
                    InterruptedException;

    boolean deleteExpiredCommitLogByAddr(String addr)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException, MQClientException,
                    InterruptedException;

    /** Lets all brokers of a cluster (null: of all clusters) delete queues of topics without settings; the result is that of the last one. */
    boolean cleanUnusedTopic(String cluster)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException, MQClientException,
                    InterruptedException;

    boolean cleanUnusedTopicByAddr(String addr)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException, MQClientException,
                    InterruptedException;

    /** What one member of a group says about itself, with a thread dump on demand. */
    ConsumerRunningInfo getConsumerRunningInfo(String consumerGroup, String clientId, boolean jstack)
            throws RemotingException, MQClientException, InterruptedException;

    /** Lets one member of a group consume a message now. */
    ConsumeMessageDirectlyResult consumeMessageDirectly(String consumerGroup, String clientId, String msgId)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException;

    ConsumeMessageDirectlyResult consumeMessageDirectly(
            String consumerGroup, String clientId, String topic, String msgId)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException;

    /** What each group did with a message. */
    List<MessageTrack> messageTrackDetail(MessageExt msg)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException;

    /** Gives {@code destGroup} the stored offsets of {@code srcGroup}; {@code isOffline} has no effect. */
    void cloneGroupOffset(String srcGroup, String destGroup, String topic, boolean isOffline)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException;

    /** Rates of one counter of a broker. */
    BrokerStatsData viewBrokerStatsData(String brokerAddr, String statsName, String statsKey)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException, MQClientException,
                    InterruptedException;

    /** 4.9 quirk: always empty; {@link #getTopicClusterList} answers. */
    Set<String> getClusterList(String topic)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException, MQClientException,
                    InterruptedException;

    /** Offsets of all groups that a broker knows. */
    ConsumeStatsList fetchConsumeStatsInBroker(String brokerAddr, boolean isOrder, long timeoutMillis)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException, MQClientException,
                    InterruptedException;

    /** The clusters that contain the first broker of a topic. */
    Set<String> getTopicClusterList(String topic)
            throws InterruptedException, MQBrokerException, MQClientException, RemotingException;

    /** The settings of all groups of a broker. */
    SubscriptionGroupWrapper getAllSubscriptionGroup(String brokerAddr, long timeoutMillis)
            throws InterruptedException, RemotingTimeoutException, RemotingSendRequestException,
                    RemotingConnectException, MQBrokerException;

    /** The settings of the groups that users made. */
    SubscriptionGroupWrapper getUserSubscriptionGroup(String brokerAddr, long timeoutMillis)
            throws InterruptedException, RemotingTimeoutException, RemotingSendRequestException,
                    RemotingConnectException, MQBrokerException;

    /** The settings of all topics of a broker. */
    TopicConfigSerializeWrapper getAllTopicConfig(String addr, long timeoutMillis)
            throws InterruptedException, RemotingTimeoutException, RemotingSendRequestException,
                    RemotingConnectException, MQBrokerException;

    /** The settings of the topics that users made; {@code specialTopic} includes retry and dead letter topics. */
    TopicConfigSerializeWrapper getUserTopicConfig(String brokerAddr, boolean specialTopic, long timeoutMillis)
            throws InterruptedException, RemotingException, MQBrokerException, MQClientException;

    /** Stores an offset of a group at one broker. */
    void updateConsumeOffset(String brokerAddr, String consumeGroup, MessageQueue mq, long offset)
            throws RemotingException, InterruptedException, MQBrokerException;

    /** Changes settings of the name servers (null: all known). */
    void updateNameServerConfig(Properties properties, List<String> nameServers)
            throws InterruptedException, RemotingConnectException, UnsupportedEncodingException,
                    RemotingSendRequestException, RemotingTimeoutException, MQClientException, MQBrokerException;

    /** The settings of each of the name servers (null: all known), by address. */
    Map<String, Properties> getNameServerConfig(List<String> nameServers)
            throws InterruptedException, RemotingTimeoutException, RemotingSendRequestException,
                    RemotingConnectException, MQClientException, UnsupportedEncodingException;

    /** Entries of a consume queue, with the verdict of a group's filter. */
    QueryConsumeQueueResponseBody queryConsumeQueue(
            String brokerAddr, String topic, int queueId, long index, int count, String consumerGroup)
            throws InterruptedException, RemotingTimeoutException, RemotingSendRequestException,
                    RemotingConnectException, MQClientException;

    /** Lets the broker check a transaction again; false when it refuses. */
    boolean resumeCheckHalfMessage(String msgId)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException;

    boolean resumeCheckHalfMessage(String topic, String msgId)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException;
}
