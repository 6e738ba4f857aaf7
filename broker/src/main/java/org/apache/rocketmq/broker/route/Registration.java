package org.apache.rocketmq.broker.route;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.rocketmq.broker.request.BrokerIdentity;
import org.apache.rocketmq.broker.topic.TopicTable;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.UtilAll;
import org.apache.rocketmq.common.constant.PermName;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.body.RegisterBrokerBody;
import org.apache.rocketmq.common.protocol.body.TopicConfigSerializeWrapper;
import org.apache.rocketmq.common.protocol.header.namesrv.RegisterBrokerRequestHeader;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/**
 * Builds the request that registers this broker: the whole table or one changed topic. Thread-safe. Source: broker
 * specification, registration loop.
 */
final class Registration {
    private final BrokerConfig config;
    private final BrokerIdentity identity;
    private final TopicTable topics;
    private final String haAddress;

    Registration(BrokerConfig config, BrokerIdentity identity, TopicTable topics, String haAddress) {
        this.config = config;
        this.identity = identity;
        this.topics = topics;
        this.haAddress = haAddress;
    }

    /** One request per name server, since a request carries an id of its own; the body is shared. */
    List<RemotingCommand> requests(int count, TopicConfig onlyTopic) {
        TopicConfigSerializeWrapper table = topics.snapshot();
        if (onlyTopic != null) {
            ConcurrentMap<String, TopicConfig> one = new ConcurrentHashMap<>();
            one.put(onlyTopic.getTopicName(), onlyTopic);
            table.setTopicConfigTable(one);
        }
        table.setTopicConfigTable(withBrokerPermission(table.getTopicConfigTable()));
        var body = new RegisterBrokerBody();
        body.setTopicConfigSerializeWrapper(table);
        body.setFilterServerList(List.of());
        byte[] bytes = body.encode(config.isCompressedRegister());
        int crc32 = UtilAll.crc32(bytes);
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> request(bytes, crc32))
                .toList();
    }

    private RemotingCommand request(byte[] body, int crc32) {
        var header = new RegisterBrokerRequestHeader();
        header.setBrokerName(identity.brokerName());
        header.setBrokerAddr(identity.address());
        header.setClusterName(identity.clusterName());
        header.setHaServerAddr(haAddress);
        header.setBrokerId(identity.brokerId().getAsLong());
        header.setCompressed(config.isCompressedRegister());
        header.setBodyCrc32(crc32);
        RemotingCommand request = RemotingCommand.createRequestCommand(RequestCode.REGISTER_BROKER, header);
        request.setBody(body);
        return request;
    }

    /** Topics as clients may use them now: a broker that must not be read or written says so for each of them. */
    private ConcurrentMap<String, TopicConfig> withBrokerPermission(ConcurrentMap<String, TopicConfig> table) {
        int permission = config.getBrokerPermission();
        if (PermName.isReadable(permission) && PermName.isWriteable(permission)) {
            return table;
        }
        ConcurrentMap<String, TopicConfig> limited = new ConcurrentHashMap<>();
        table.forEach((name, topic) -> limited.put(
                name, new TopicConfig(name, topic.getReadQueueNums(), topic.getWriteQueueNums(), permission)));
        return limited;
    }
}
