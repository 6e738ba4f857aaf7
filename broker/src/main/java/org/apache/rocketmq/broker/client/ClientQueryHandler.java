package org.apache.rocketmq.broker.client;

import static org.apache.rocketmq.common.protocol.ResponseCode.CONSUMER_NOT_ONLINE;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SUCCESS;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SYSTEM_ERROR;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.rocketmq.common.protocol.body.Connection;
import org.apache.rocketmq.common.protocol.body.ConsumerConnection;
import org.apache.rocketmq.common.protocol.body.ProducerConnection;
import org.apache.rocketmq.common.protocol.body.ProducerInfo;
import org.apache.rocketmq.common.protocol.body.ProducerTableInfo;
import org.apache.rocketmq.common.protocol.header.GetConsumerConnectionListRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetConsumerListByGroupRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetConsumerListByGroupResponseBody;
import org.apache.rocketmq.common.protocol.header.GetProducerConnectionListRequestHeader;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.netty.Exchange;

/**
 * Who is online: requests 38, 203, 204 and 328, one method each. Thread-safe. Source: broker specification, client queries.
 */
public final class ClientQueryHandler {
    private final ConsumerGroups consumers;
    private final ProducerGroups producers;

    public ClientQueryHandler(ConsumerGroups consumers, ProducerGroups producers) {
        this.consumers = consumers;
        this.producers = producers;
    }

    /** Request 38. */
    public void consumerIds(Exchange exchange) throws RemotingCommandException {
        String name = exchange.read(new GetConsumerListByGroupRequestHeader()).getConsumerGroup();
        ConsumerGroup group = name == null ? null : consumers.find(name);
        if (group == null) {
            exchange.respond(SYSTEM_ERROR, "no consumer for this group, " + name);
            return;
        }
        List<String> ids = new ArrayList<>();
        group.members().forEach(member -> ids.add(member.clientId()));
        var body = new GetConsumerListByGroupResponseBody();
        body.setConsumerIdList(ids);
        exchange.respond(SUCCESS, null, null, body.encode());
    }

    /** Request 203. */
    public void consumerConnections(Exchange exchange) throws RemotingCommandException {
        String name =
                exchange.read(new GetConsumerConnectionListRequestHeader()).getConsumerGroup();
        ConsumerGroup group = name == null ? null : consumers.find(name);
        if (group == null) {
            exchange.respond(CONSUMER_NOT_ONLINE, "the consumer group[" + name + "] not online");
            return;
        }
        var body = new ConsumerConnection();
        body.setConnectionSet(connections(group.members()));
        body.setConsumeType(group.consumeType());
        body.setMessageModel(group.messageModel());
        body.setConsumeFromWhere(group.consumeFromWhere());
        body.setSubscriptionTable(new ConcurrentHashMap<>(group.subscriptions()));
        exchange.respond(SUCCESS, null, null, body.encode());
    }

    /** Request 204. */
    public void producerConnections(Exchange exchange) throws RemotingCommandException {
        String name =
                exchange.read(new GetProducerConnectionListRequestHeader()).getProducerGroup();
        Collection<ClientConnection> members = name == null ? List.of() : producers.membersOf(name);
        if (members.isEmpty()) {
            exchange.respond(SYSTEM_ERROR, "the producer group[" + name + "] not exist");
            return;
        }
        var body = new ProducerConnection();
        body.setConnectionSet(connections(members));
        exchange.respond(SUCCESS, null, null, body.encode());
    }

    /** Request 328. */
    public void allProducers(Exchange exchange) {
        Map<String, List<ProducerInfo>> table = new HashMap<>();
        producers.all().forEach((group, members) -> {
            List<ProducerInfo> infos = new ArrayList<>();
            members.values()
                    .forEach(member -> infos.add(new ProducerInfo(
                            member.clientId(),
                            member.channel().remoteAddress().toString(),
                            member.language(),
                            member.version(),
                            member.lastHeartbeatMillis())));
            table.put(group, infos);
        });
        exchange.respond(SUCCESS, null, null, new ProducerTableInfo(table).encode());
    }

    private static HashSet<Connection> connections(Collection<ClientConnection> members) {
        HashSet<Connection> connections = new HashSet<>();
        for (ClientConnection member : members) {
            var connection = new Connection();
            connection.setClientId(member.clientId());
            connection.setClientAddr(RemotingHelper.parseChannelRemoteAddr(member.channel()));
            connection.setLanguage(member.language());
            connection.setVersion(member.version());
            connections.add(connection);
        }
        return connections;
    }
}
