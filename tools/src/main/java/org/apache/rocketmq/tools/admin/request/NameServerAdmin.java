package org.apache.rocketmq.tools.admin.request;

import static org.apache.rocketmq.tools.admin.request.AdminConnection.body;
import static org.apache.rocketmq.tools.admin.request.AdminConnection.request;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.namesrv.NamesrvUtil;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.body.ClusterInfo;
import org.apache.rocketmq.common.protocol.body.KVTable;
import org.apache.rocketmq.common.protocol.body.TopicList;
import org.apache.rocketmq.common.protocol.header.GetTopicsByClusterRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.AddWritePermOfBrokerRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.AddWritePermOfBrokerResponseHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.DeleteKVConfigRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.DeleteTopicFromNamesrvRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.GetKVConfigRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.GetKVConfigResponseHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.GetKVListByNamespaceRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.PutKVConfigRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.WipeWritePermOfBrokerRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.WipeWritePermOfBrokerResponseHeader;
import org.apache.rocketmq.common.protocol.route.BrokerData;
import org.apache.rocketmq.common.protocol.route.TopicRouteData;
import org.apache.rocketmq.remoting.exception.RemotingConnectException;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.exception.RemotingSendRequestException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/** Requests to name servers: the chosen one, a given one, or each of them. Thread-safe. Source: mqadmin, section 3. */
public final class NameServerAdmin {
    private final AdminConnection connection;

    public NameServerAdmin(AdminConnection connection) {
        this.connection = connection;
    }

    /** The configured addresses; an empty list when none is known. */
    public List<String> addresses() {
        List<String> known = connection.instance().remoting().getNameServerAddressList();
        return known == null ? List.of() : known;
    }

    public ClusterInfo clusters()
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQBrokerException {
        RemotingCommand answer =
                connection.ask(null, request(RequestCode.GET_BROKER_CLUSTER_INFO, null), connection.timeoutMillis());
        if (answer.getCode() != ResponseCode.SUCCESS) {
            throw new MQBrokerException(answer.getCode(), answer.getRemark());
        }
        return body(answer, ClusterInfo.class);
    }

    /** @throws MQClientException 17 for an unknown topic */
    public TopicRouteData route(String topic) throws RemotingException, MQClientException, InterruptedException {
        return connection.instance().topicApi().route(topic, connection.timeoutMillis());
    }

    /** The clusters that contain the first broker of the topic's route. */
    public Set<String> clustersOf(String topic)
            throws RemotingException, MQClientException, MQBrokerException, InterruptedException {
        List<BrokerData> brokers = route(topic).getBrokerDatas();
        Set<String> names = new TreeSet<>();
        if (!brokers.isEmpty()) {
            String first = brokers.get(0).getBrokerName();
            clusters().getClusterAddrTable().forEach((name, members) -> {
                if (members.contains(first)) {
                    names.add(name);
                }
            });
        }
        return names;
    }

    public TopicList topics()
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        var request = request(RequestCode.GET_ALL_TOPIC_LIST_FROM_NAMESERVER, null);
        return body(connection.fromServer(null, request), TopicList.class);
    }

    public TopicList topicsOf(String cluster)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        GetTopicsByClusterRequestHeader header = new GetTopicsByClusterRequestHeader();
        header.setCluster(cluster);
        var request = request(RequestCode.GET_TOPICS_BY_CLUSTER, header);
        return body(connection.fromServer(null, request), TopicList.class);
    }

    /** @return the number of topic entries that changed */
    public int wipeWritePerm(String nameServer, String brokerName)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        WipeWritePermOfBrokerRequestHeader header = new WipeWritePermOfBrokerRequestHeader();
        header.setBrokerName(brokerName);
        var answer = connection.fromServer(nameServer, request(RequestCode.WIPE_WRITE_PERM_OF_BROKER, header));
        return AdminConnection.header(answer, new WipeWritePermOfBrokerResponseHeader())
                .getWipeTopicCount();
    }

    /** @return the number of topic entries that changed */
    public int addWritePerm(String nameServer, String brokerName)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        AddWritePermOfBrokerRequestHeader header = new AddWritePermOfBrokerRequestHeader();
        header.setBrokerName(brokerName);
        var answer = connection.fromServer(nameServer, request(RequestCode.ADD_WRITE_PERM_OF_BROKER, header));
        return AdminConnection.header(answer, new AddWritePermOfBrokerResponseHeader())
                .getAddTopicCount();
    }

    /** @param cluster null makes the name server forget the topic in all clusters */
    public void deleteTopic(String nameServer, String topic, String cluster)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        DeleteTopicFromNamesrvRequestHeader header = new DeleteTopicFromNamesrvRequestHeader();
        header.setTopic(topic);
        header.setClusterName(cluster);
        connection.fromServer(nameServer, request(RequestCode.DELETE_TOPIC_IN_NAMESRV, header));
    }

    /** @throws MQClientException 22 when there is no such entry */
    public String kv(String namespace, String key)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        GetKVConfigRequestHeader header = new GetKVConfigRequestHeader();
        header.setNamespace(namespace);
        header.setKey(key);
        var answer = connection.fromServer(null, request(RequestCode.GET_KV_CONFIG, header));
        return AdminConnection.header(answer, new GetKVConfigResponseHeader()).getValue();
    }

    public KVTable kvList(String namespace)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        GetKVListByNamespaceRequestHeader header = new GetKVListByNamespaceRequestHeader();
        header.setNamespace(namespace);
        return body(connection.fromServer(null, request(RequestCode.GET_KVLIST_BY_NAMESPACE, header)), KVTable.class);
    }

    /** Writes the entry to every name server, as each keeps its own. */
    public void putKv(String namespace, String key, String value)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        for (String nameServer : everyNameServer()) {
            PutKVConfigRequestHeader header = new PutKVConfigRequestHeader();
            header.setNamespace(namespace);
            header.setKey(key);
            header.setValue(value);
            connection.fromServer(nameServer, request(RequestCode.PUT_KV_CONFIG, header));
        }
    }

    /** Deletes the entry from every name server. */
    public void deleteKv(String namespace, String key)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        for (String nameServer : everyNameServer()) {
            DeleteKVConfigRequestHeader header = new DeleteKVConfigRequestHeader();
            header.setNamespace(namespace);
            header.setKey(key);
            connection.fromServer(nameServer, request(RequestCode.DELETE_KV_CONFIG, header));
        }
    }

    private List<String> everyNameServer() throws RemotingConnectException {
        List<String> known = addresses();
        if (known.isEmpty()) {
            throw new RemotingConnectException("null");
        }
        return known;
    }

    /**
     * Writes the order entry of a topic: {@code value} is {@code broker1:queues;broker2:queues}. Unless {@code whole},
     * only the entries of the brokers in {@code value} are replaced.
     */
    public void putOrder(String topic, String value, boolean whole)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        putKv(NamesrvUtil.NAMESPACE_ORDER_TOPIC_CONFIG, topic, whole ? value : merged(orderOf(topic), value));
    }

    private String orderOf(String topic)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        try {
            return kv(NamesrvUtil.NAMESPACE_ORDER_TOPIC_CONFIG, topic);
        } catch (MQClientException e) {
            if (e.getResponseCode() == ResponseCode.QUERY_NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }

    private static String merged(String known, String changed) {
        Map<String, String> byBroker = new LinkedHashMap<>();
        for (String order : Arrays.asList(known == null ? "" : known, changed)) {
            for (String entry : order.split(";")) {
                if (!entry.isEmpty()) {
                    byBroker.put(entry.split(":")[0], entry);
                }
            }
        }
        StringJoiner joined = new StringJoiner(";");
        byBroker.values().forEach(joined::add);
        return joined.toString();
    }

    /** The settings of each of {@code nameServers}; null or empty means all known ones. */
    public Map<String, Properties> config(List<String> nameServers)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        Map<String, Properties> byServer = new HashMap<>();
        for (String nameServer : given(nameServers)) {
            var answer = connection.fromServer(nameServer, request(RequestCode.GET_NAMESRV_CONFIG, null));
            String text = new String(answer.getBody(), StandardCharsets.UTF_8);
            byServer.put(nameServer, MixAll.string2Properties(text));
        }
        return byServer;
    }

    public void updateConfig(Properties properties, List<String> nameServers)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        byte[] body = MixAll.properties2String(properties).getBytes(StandardCharsets.UTF_8);
        for (String nameServer : given(nameServers)) {
            connection.fromServer(nameServer, request(RequestCode.UPDATE_NAMESRV_CONFIG, null, body));
        }
    }

    private List<String> given(List<String> nameServers) throws RemotingConnectException {
        return nameServers == null || nameServers.isEmpty() ? everyNameServer() : nameServers;
    }
}
