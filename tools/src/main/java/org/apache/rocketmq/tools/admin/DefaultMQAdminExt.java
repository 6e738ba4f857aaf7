package org.apache.rocketmq.tools.admin;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.rocketmq.client.ClientConfig;
import org.apache.rocketmq.client.QueryResult;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.MQAdminImpl;
import org.apache.rocketmq.common.PlainAccessConfig;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.admin.ConsumeStats;
import org.apache.rocketmq.common.admin.RollbackStats;
import org.apache.rocketmq.common.admin.TopicStatsTable;
import org.apache.rocketmq.common.message.MessageClientExt;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.RequestCode;
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
import org.apache.rocketmq.common.topic.TopicValidator;
import org.apache.rocketmq.remoting.RPCHook;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.exception.RemotingConnectException;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.exception.RemotingSendRequestException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;
import org.apache.rocketmq.tools.admin.api.MessageTrack;
import org.apache.rocketmq.tools.admin.request.AclAdmin;
import org.apache.rocketmq.tools.admin.request.BrokerAdmin;
import org.apache.rocketmq.tools.admin.request.GroupAdmin;
import org.apache.rocketmq.tools.admin.request.NameServerAdmin;
import org.apache.rocketmq.tools.admin.request.OffsetAdmin;

/**
 * The admin client. Set it up, {@link #start} it, use it from any thread, {@link #shutdown} it. Thread-safe once started.
 *
 * <p>Every method only says who is asked; the requests live in {@code admin.request}.
 */
public class DefaultMQAdminExt extends ClientConfig implements MQAdminExt {
    private static final String DEFAULT_GROUP = "admin_ext_group";
    private static final long DEFAULT_TIMEOUT_MILLIS = 5_000;

    // Dashboards look for this name by reflection.
    private final DefaultMQAdminExtImpl defaultMQAdminExtImpl;
    private final long timeoutMillis;
    private String adminExtGroup = DEFAULT_GROUP;
    private String createTopicKey = TopicValidator.AUTO_CREATE_TOPIC_KEY_TOPIC;

    public DefaultMQAdminExt() {
        this((RPCHook) null, DEFAULT_TIMEOUT_MILLIS);
    }

    /** @param timeoutMillis how long one request may take */
    public DefaultMQAdminExt(long timeoutMillis) {
        this((RPCHook) null, timeoutMillis);
    }

    /** @param rpcHook called around every request, such as one that signs; null for none */
    public DefaultMQAdminExt(RPCHook rpcHook) {
        this(rpcHook, DEFAULT_TIMEOUT_MILLIS);
    }

    public DefaultMQAdminExt(RPCHook rpcHook, long timeoutMillis) {
        this.timeoutMillis = timeoutMillis;
        this.defaultMQAdminExtImpl = new DefaultMQAdminExtImpl(this, rpcHook, timeoutMillis);
    }

    public DefaultMQAdminExt(String adminExtGroup) {
        this(adminExtGroup, DEFAULT_TIMEOUT_MILLIS);
    }

    public DefaultMQAdminExt(String adminExtGroup, long timeoutMillis) {
        this((RPCHook) null, timeoutMillis);
        this.adminExtGroup = adminExtGroup;
    }

    public String getAdminExtGroup() {
        return adminExtGroup;
    }

    public void setAdminExtGroup(String adminExtGroup) {
        this.adminExtGroup = adminExtGroup;
    }

    /** The topic whose settings stand in for a new topic's. */
    public String getCreateTopicKey() {
        return createTopicKey;
    }

    public void setCreateTopicKey(String createTopicKey) {
        this.createTopicKey = createTopicKey;
    }

    private MQAdminImpl lookups() {
        return defaultMQAdminExtImpl.lookups();
    }

    private BrokerAdmin brokers() {
        return defaultMQAdminExtImpl.brokers();
    }

    private AclAdmin accounts() {
        return defaultMQAdminExtImpl.accounts();
    }

    private NameServerAdmin nameServers() {
        return defaultMQAdminExtImpl.nameServers();
    }

    private GroupAdmin groups() {
        return defaultMQAdminExtImpl.groups();
    }

    private OffsetAdmin offsets() {
        return defaultMQAdminExtImpl.offsets();
    }

    private static String storeHost(MessageExt message) {
        return RemotingHelper.parseSocketAddressAddr(message.getStoreHost());
    }

    private static String offsetId(MessageExt message, String otherwise) {
        return message instanceof MessageClientExt received ? received.getOffsetMsgId() : otherwise;
    }

    @Override
    public List<String> getNameServerAddressList() {
        return nameServers().addresses();
    }

    @Override
    public void createTopic(String key, String newTopic, int queueNum) throws MQClientException {
        createTopic(key, newTopic, queueNum, 0);
    }

    @Override
    public void createTopic(String key, String newTopic, int queueNum, int topicSysFlag) throws MQClientException {
        lookups().createTopic(key, newTopic, queueNum, topicSysFlag);
    }

    @Override
    public long searchOffset(MessageQueue mq, long timestamp) throws MQClientException {
        return lookups().searchOffset(mq, timestamp);
    }

    @Override
    public long maxOffset(MessageQueue mq) throws MQClientException {
        return lookups().maxOffset(mq);
    }

    @Override
    public long minOffset(MessageQueue mq) throws MQClientException {
        return lookups().minOffset(mq);
    }

    @Override
    public long earliestMsgStoreTime(MessageQueue mq) throws MQClientException {
        return lookups().earliestMsgStoreTime(mq);
    }

    @Override
    public MessageExt viewMessage(String offsetMsgId)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        return lookups().viewMessage(offsetMsgId);
    }

    @Override
    public QueryResult queryMessage(String topic, String key, int maxNum, long begin, long end)
            throws MQClientException, InterruptedException {
        return lookups().queryMessage(topic, key, maxNum, begin, end);
    }

    /** Like {@link #queryMessage}, by unique key; only the oldest hit. */
    public QueryResult queryMessageByUniqKey(String topic, String key, int maxNum, long begin, long end)
            throws MQClientException, InterruptedException {
        return lookups().queryMessageByUniqKey(topic, key, maxNum, begin, end);
    }

    @Override
    public void start() throws MQClientException {
        defaultMQAdminExtImpl.start();
    }

    @Override
    public void shutdown() {
        defaultMQAdminExtImpl.shutdown();
    }

    @Override
    public void updateBrokerConfig(String brokerAddr, Properties properties)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    UnsupportedEncodingException, InterruptedException, MQBrokerException {
        brokers().updateConfig(brokerAddr, properties);
    }

    @Override
    public Properties getBrokerConfig(String brokerAddr)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    UnsupportedEncodingException, InterruptedException, MQBrokerException {
        return brokers().config(brokerAddr);
    }

    @Override
    public void createAndUpdateTopicConfig(String addr, TopicConfig config)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        brokers().putTopic(addr, createTopicKey, config);
    }

    @Override
    public void createAndUpdatePlainAccessConfig(String addr, PlainAccessConfig config)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        accounts().putAccount(addr, config);
    }

    @Override
    public void deletePlainAccessConfig(String addr, String accessKey)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        accounts().deleteAccount(addr, accessKey);
    }

    @Override
    public void updateGlobalWhiteAddrConfig(String addr, String globalWhiteAddrs)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        accounts().putGlobalWhiteList(addr, globalWhiteAddrs, null);
    }

    @Override
    public void updateGlobalWhiteAddrConfig(String addr, String globalWhiteAddrs, String aclFileFullPath)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        accounts().putGlobalWhiteList(addr, globalWhiteAddrs, aclFileFullPath);
    }

    @Override
    public ClusterAclVersionInfo examineBrokerClusterAclVersionInfo(String addr)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        return accounts().version(addr);
    }

    @Override
    public void createAndUpdateSubscriptionGroupConfig(String addr, SubscriptionGroupConfig config)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        brokers().putGroup(addr, config);
    }

    @Override
    public SubscriptionGroupConfig examineSubscriptionGroupConfig(String addr, String group)
            throws InterruptedException, RemotingException, MQClientException, MQBrokerException {
        return getAllSubscriptionGroup(addr, timeoutMillis)
                .getSubscriptionGroupTable()
                .get(group);
    }

    @Override
    public TopicConfig examineTopicConfig(String addr, String topic)
            throws RemotingException, InterruptedException, MQBrokerException {
        return getAllTopicConfig(addr, timeoutMillis).getTopicConfigTable().get(topic);
    }

    @Override
    public TopicStatsTable examineTopicStats(String topic)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException {
        return groups().topicStats(topic);
    }

    @Override
    public TopicList fetchAllTopicList() throws RemotingException, MQClientException, InterruptedException {
        return nameServers().topics();
    }

    @Override
    public TopicList fetchTopicsByCLuster(String clusterName)
            throws RemotingException, MQClientException, InterruptedException {
        return nameServers().topicsOf(clusterName);
    }

    @Override
    public KVTable fetchBrokerRuntimeStats(String brokerAddr)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQBrokerException {
        return brokers().runtime(brokerAddr);
    }

    @Override
    public ConsumeStats examineConsumeStats(String consumerGroup)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException {
        return groups().consumeStats(consumerGroup, null);
    }

    @Override
    public ConsumeStats examineConsumeStats(String consumerGroup, String topic)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException {
        return groups().consumeStats(consumerGroup, topic);
    }

    @Override
    public ClusterInfo examineBrokerClusterInfo()
            throws InterruptedException, RemotingConnectException, RemotingTimeoutException,
                    RemotingSendRequestException, MQBrokerException {
        return nameServers().clusters();
    }

    @Override
    public TopicRouteData examineTopicRouteInfo(String topic)
            throws RemotingException, MQClientException, InterruptedException {
        return nameServers().route(topic);
    }

    @Override
    public ConsumerConnection examineConsumerConnectionInfo(String consumerGroup)
            throws InterruptedException, MQBrokerException, RemotingException, MQClientException {
        return groups().consumers(consumerGroup);
    }

    @Override
    public ConsumerConnection examineConsumerConnectionInfo(String consumerGroup, String brokerAddr)
            throws InterruptedException, MQBrokerException, RemotingException, MQClientException {
        return groups().consumers(consumerGroup, brokerAddr);
    }

    @Override
    public ProducerConnection examineProducerConnectionInfo(String producerGroup, String topic)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException {
        return groups().producers(producerGroup, topic);
    }

    @Override
    public ProducerTableInfo getAllProducerInfo(String brokerAddr)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException {
        return brokers().producers(brokerAddr);
    }

    @Override
    public int wipeWritePermOfBroker(String namesrvAddr, String brokerName)
            throws RemotingCommandException, RemotingConnectException, RemotingSendRequestException,
                    RemotingTimeoutException, InterruptedException, MQClientException {
        return nameServers().wipeWritePerm(namesrvAddr, brokerName);
    }

    @Override
    public int addWritePermOfBroker(String namesrvAddr, String brokerName)
            throws RemotingCommandException, RemotingConnectException, RemotingSendRequestException,
                    RemotingTimeoutException, InterruptedException, MQClientException {
        return nameServers().addWritePerm(namesrvAddr, brokerName);
    }

    @Override
    public void putKVConfig(String namespace, String key, String value) {
        // 4.9 quirk: this method never did anything.
    }

    @Override
    public String getKVConfig(String namespace, String key)
            throws RemotingException, MQClientException, InterruptedException {
        return nameServers().kv(namespace, key);
    }

    @Override
    public KVTable getKVListByNamespace(String namespace)
            throws RemotingException, MQClientException, InterruptedException {
        return nameServers().kvList(namespace);
    }

    @Override
    public void deleteTopicInBroker(Set<String> addrs, String topic)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        for (String addr : addrs) {
            brokers().deleteTopic(addr, topic);
        }
    }

    @Override
    public void deleteTopicInNameServer(Set<String> addrs, String topic, String clusterName)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        for (String addr : addrs == null ? getNameServerAddressList() : addrs) {
            nameServers().deleteTopic(addr, topic, clusterName);
        }
    }

    @Override
    public void deleteSubscriptionGroup(String addr, String groupName)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        brokers().deleteGroup(addr, groupName, false);
    }

    @Override
    public void deleteSubscriptionGroup(String addr, String groupName, boolean removeOffset)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        brokers().deleteGroup(addr, groupName, removeOffset);
    }

    @Override
    public void createAndUpdateKvConfig(String namespace, String key, String value)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        nameServers().putKv(namespace, key, value);
    }

    @Override
    public void deleteKvConfig(String namespace, String key)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        nameServers().deleteKv(namespace, key);
    }

    @Override
    public List<RollbackStats> resetOffsetByTimestampOld(
            String consumerGroup, String topic, long timestamp, boolean force)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        return offsets().resetStored(consumerGroup, topic, timestamp, force);
    }

    @Override
    public Map<MessageQueue, Long> resetOffsetByTimestamp(String topic, String group, long timestamp, boolean isForce)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        return resetOffsetByTimestamp(topic, group, timestamp, isForce, false);
    }

    /** @param isC whether the members are C++ clients */
    public Map<MessageQueue, Long> resetOffsetByTimestamp(
            String topic, String group, long timestamp, boolean isForce, boolean isC)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        return offsets().reset(topic, group, timestamp, isForce, isC);
    }

    @Override
    public void resetOffsetNew(String consumerGroup, String topic, long timestamp)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        offsets().resetAnyhow(consumerGroup, topic, timestamp);
    }

    @Override
    public Map<String, Map<MessageQueue, Long>> getConsumeStatus(String topic, String group, String clientAddr)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        return offsets().ofClients(topic, group, clientAddr);
    }

    @Override
    public void createOrUpdateOrderConf(String key, String value, boolean isCluster)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        nameServers().putOrder(key, value, isCluster);
    }

    @Override
    public GroupList queryTopicConsumeByWho(String topic)
            throws InterruptedException, MQBrokerException, RemotingException, MQClientException {
        return groups().groupsOf(topic);
    }

    @Override
    public List<QueueTimeSpan> queryConsumeTimeSpan(String topic, String group)
            throws InterruptedException, MQBrokerException, RemotingException, MQClientException {
        return groups().timeSpans(topic, group);
    }

    @Override
    public boolean cleanExpiredConsumerQueue(String cluster)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException, MQClientException,
                    InterruptedException {
        return defaultMQAdminExtImpl.cleanCluster(RequestCode.CLEAN_EXPIRED_CONSUMEQUEUE, cluster);
    }

    @Override
    public boolean cleanExpiredConsumerQueueByAddr(String addr)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException, MQClientException,
                    InterruptedException {
        brokers().clean(RequestCode.CLEAN_EXPIRED_CONSUMEQUEUE, addr);
        return true;
    }

    @Override
    public boolean deleteExpiredCommitLog(String cluster)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException, MQClientException,
                    InterruptedException {
        return defaultMQAdminExtImpl.cleanCluster(RequestCode.DELETE_EXPIRED_COMMITLOG, cluster);
    }

    @Override
    public boolean deleteExpiredCommitLogByAddr(String addr)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException, MQClientException,
                    InterruptedException {
        brokers().clean(RequestCode.DELETE_EXPIRED_COMMITLOG, addr);
        return true;
    }

    @Override
    public boolean cleanUnusedTopic(String cluster)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException, MQClientException,
                    InterruptedException {
        return defaultMQAdminExtImpl.cleanCluster(RequestCode.CLEAN_UNUSED_TOPIC, cluster);
    }

    @Override
    public boolean cleanUnusedTopicByAddr(String addr)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException, MQClientException,
                    InterruptedException {
        brokers().clean(RequestCode.CLEAN_UNUSED_TOPIC, addr);
        return true;
    }

    @Override
    public ConsumerRunningInfo getConsumerRunningInfo(String consumerGroup, String clientId, boolean jstack)
            throws RemotingException, MQClientException, InterruptedException {
        return groups().runningInfo(consumerGroup, clientId, jstack);
    }

    @Override
    public ConsumeMessageDirectlyResult consumeMessageDirectly(String consumerGroup, String clientId, String msgId)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException {
        MessageExt message = viewMessage(msgId);
        return groups().consumeDirectly(storeHost(message), consumerGroup, clientId, msgId);
    }

    @Override
    public ConsumeMessageDirectlyResult consumeMessageDirectly(
            String consumerGroup, String clientId, String topic, String msgId)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException {
        MessageExt message = viewMessage(topic, msgId);
        return groups().consumeDirectly(storeHost(message), consumerGroup, clientId, offsetId(message, msgId));
    }

    @Override
    public List<MessageTrack> messageTrackDetail(MessageExt msg)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException {
        return defaultMQAdminExtImpl.tracks().of(msg);
    }

    @Override
    public void cloneGroupOffset(String srcGroup, String destGroup, String topic, boolean isOffline)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException {
        offsets().copy(srcGroup, destGroup, topic);
    }

    @Override
    public BrokerStatsData viewBrokerStatsData(String brokerAddr, String statsName, String statsKey)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException, MQClientException,
                    InterruptedException {
        return brokers().stats(brokerAddr, statsName, statsKey);
    }

    @Override
    public Set<String> getClusterList(String topic)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException, MQClientException,
                    InterruptedException {
        return Set.of();
    }

    @Override
    public ConsumeStatsList fetchConsumeStatsInBroker(String brokerAddr, boolean isOrder, long timeoutMillis)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException, MQClientException,
                    InterruptedException {
        return brokers().consumeStats(brokerAddr, isOrder, timeoutMillis);
    }

    @Override
    public Set<String> getTopicClusterList(String topic)
            throws InterruptedException, MQBrokerException, MQClientException, RemotingException {
        return nameServers().clustersOf(topic);
    }

    @Override
    public SubscriptionGroupWrapper getAllSubscriptionGroup(String brokerAddr, long timeoutMillis)
            throws InterruptedException, RemotingTimeoutException, RemotingSendRequestException,
                    RemotingConnectException, MQBrokerException {
        return brokers().groups(brokerAddr, timeoutMillis);
    }

    @Override
    public SubscriptionGroupWrapper getUserSubscriptionGroup(String brokerAddr, long timeoutMillis)
            throws InterruptedException, RemotingTimeoutException, RemotingSendRequestException,
                    RemotingConnectException, MQBrokerException {
        return brokers().userGroups(brokerAddr, timeoutMillis);
    }

    @Override
    public TopicConfigSerializeWrapper getAllTopicConfig(String brokerAddr, long timeoutMillis)
            throws InterruptedException, RemotingTimeoutException, RemotingSendRequestException,
                    RemotingConnectException, MQBrokerException {
        return brokers().topics(brokerAddr, timeoutMillis);
    }

    @Override
    public TopicConfigSerializeWrapper getUserTopicConfig(String brokerAddr, boolean specialTopic, long timeoutMillis)
            throws InterruptedException, RemotingException, MQBrokerException, MQClientException {
        return brokers().userTopics(brokerAddr, specialTopic, timeoutMillis);
    }

    @Override
    public MessageExt viewMessage(String topic, String msgId)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        return lookups().viewMessage(topic, msgId);
    }

    @Override
    public void updateConsumeOffset(String brokerAddr, String consumeGroup, MessageQueue mq, long offset)
            throws RemotingException, InterruptedException, MQBrokerException {
        offsets().update(brokerAddr, consumeGroup, mq, offset);
    }

    @Override
    public void updateNameServerConfig(Properties properties, List<String> nameServers)
            throws InterruptedException, RemotingConnectException, UnsupportedEncodingException, MQBrokerException,
                    RemotingTimeoutException, MQClientException, RemotingSendRequestException {
        nameServers().updateConfig(properties, nameServers);
    }

    @Override
    public Map<String, Properties> getNameServerConfig(List<String> nameServers)
            throws InterruptedException, RemotingTimeoutException, RemotingSendRequestException,
                    RemotingConnectException, MQClientException, UnsupportedEncodingException {
        return nameServers().config(nameServers);
    }

    @Override
    public QueryConsumeQueueResponseBody queryConsumeQueue(
            String brokerAddr, String topic, int queueId, long index, int count, String consumerGroup)
            throws InterruptedException, RemotingTimeoutException, RemotingSendRequestException,
                    RemotingConnectException, MQClientException {
        return brokers().queue(brokerAddr, topic, queueId, index, count, consumerGroup);
    }

    @Override
    public boolean resumeCheckHalfMessage(String msgId)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException {
        MessageExt message = viewMessage(msgId);
        return groups().resumeCheck(storeHost(message), msgId);
    }

    @Override
    public boolean resumeCheckHalfMessage(String topic, String msgId)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException {
        MessageExt message = viewMessage(topic, msgId);
        return groups().resumeCheck(storeHost(message), offsetId(message, msgId));
    }
}
