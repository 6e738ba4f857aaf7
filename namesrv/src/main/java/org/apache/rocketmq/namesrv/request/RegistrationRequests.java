package org.apache.rocketmq.namesrv.request;

import io.netty.buffer.ByteBufUtil;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import org.apache.rocketmq.common.DataVersion;
import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.common.json.Json;
import org.apache.rocketmq.common.json.JsonException;
import org.apache.rocketmq.common.namesrv.NamesrvUtil;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.body.KVTable;
import org.apache.rocketmq.common.protocol.body.RegisterBrokerBody;
import org.apache.rocketmq.common.protocol.body.TopicConfigSerializeWrapper;
import org.apache.rocketmq.common.protocol.header.namesrv.QueryDataVersionRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.QueryDataVersionResponseHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.RegisterBrokerRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.RegisterBrokerResponseHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.UnRegisterBrokerRequestHeader;
import org.apache.rocketmq.namesrv.kvconfig.KvConfig;
import org.apache.rocketmq.namesrv.route.Registration;
import org.apache.rocketmq.namesrv.route.RouteRegistry;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.netty.Exchange;

/** Brokers come, say that nothing changed, and go. Source: name server, broker registration. */
final class RegistrationRequests {
    private final RouteRegistry routes;
    private final KvConfig kvConfig;

    RegistrationRequests(RouteRegistry routes, KvConfig kvConfig) {
        this.routes = routes;
        this.kvConfig = kvConfig;
    }

    void register(Exchange exchange) throws RemotingCommandException {
        var header = exchange.read(new RegisterBrokerRequestHeader());
        if (!isChecksumRight(exchange, header)) {
            exchange.respond(ResponseCode.SYSTEM_ERROR, "crc32 not match");
            return;
        }
        var master = routes.register(registration(exchange, header), exchange.channel());
        var answer = new RegisterBrokerResponseHeader();
        answer.setMasterAddr(master.masterAddr());
        answer.setHaServerAddr(master.haServerAddr());
        exchange.respond(ResponseCode.SUCCESS, null, answer, orderTopics());
    }

    private static boolean isChecksumRight(Exchange exchange, RegisterBrokerRequestHeader header) {
        if (header.getBodyCrc32() == 0) {
            return true;
        }
        var crc = new CRC32();
        crc.update(exchange.body().nioBuffer());
        return (crc.getValue() & 0x7FFF_FFFF) == header.getBodyCrc32();
    }

    private static Registration registration(Exchange exchange, RegisterBrokerRequestHeader header)
            throws RemotingCommandException {
        var speaksFilterServers = exchange.request().getVersion() >= MQVersion.Version.V3_0_11.ordinal();
        var body = body(exchange, header, speaksFilterServers);
        var topics = body.getTopicConfigSerializeWrapper();
        return new Registration(
                required("clusterName", header.getClusterName()),
                required("brokerName", header.getBrokerName()),
                required("brokerAddr", header.getBrokerAddr()),
                required("brokerId", header.getBrokerId()),
                header.getHaServerAddr(),
                topics.getDataVersion(),
                topics.getTopicConfigTable().values(),
                speaksFilterServers ? body.getFilterServerList() : null);
    }

    /** Senders before V3_0_11 (and those without a version) send the bare topic table, never compressed. */
    private static RegisterBrokerBody body(
            Exchange exchange, RegisterBrokerRequestHeader header, boolean speaksFilterServers)
            throws RemotingCommandException {
        if (!exchange.body().isReadable()) {
            return emptyBody();
        }
        var bytes = ByteBufUtil.getBytes(exchange.body());
        try {
            var body = new RegisterBrokerBody();
            if (speaksFilterServers) {
                body = RegisterBrokerBody.decode(bytes, header.isCompressed());
            } else {
                body.setTopicConfigSerializeWrapper(Json.read(bytes, TopicConfigSerializeWrapper.class));
            }
            return complete(body);
        } catch (IOException | JsonException unreadable) {
            throw new RemotingCommandException("Failed to decode RegisterBrokerBody", unreadable);
        }
    }

    private static RegisterBrokerBody complete(RegisterBrokerBody body) throws IOException {
        var topics = body == null ? null : body.getTopicConfigSerializeWrapper();
        if (topics == null || topics.getDataVersion() == null || topics.getTopicConfigTable() == null) {
            throw new IOException("no topic table or no data version");
        }
        for (var topic : topics.getTopicConfigTable().values()) {
            if (topic.getTopicName() == null) {
                throw new IOException("a topic has no name");
            }
        }
        if (body.getFilterServerList() == null) {
            body.setFilterServerList(List.of());
        }
        return body;
    }

    private static RegisterBrokerBody emptyBody() {
        var body = new RegisterBrokerBody();
        body.getTopicConfigSerializeWrapper().getDataVersion().setTimestamp(0);
        return body;
    }

    private static <V> V required(String name, V value) throws RemotingCommandException {
        if (value == null) {
            throw new RemotingCommandException("the header field <" + name + "> is missing");
        }
        return value;
    }

    /** What brokers mark as ordered; null when the namespace was never made. */
    private byte[] orderTopics() {
        return kvConfig.namespace(NamesrvUtil.NAMESPACE_ORDER_TOPIC_CONFIG)
                .map(pairs -> {
                    var table = new KVTable();
                    table.setTable(new HashMap<>(pairs));
                    return table.encode();
                })
                .orElse(null);
    }

    void queryDataVersion(Exchange exchange) throws RemotingCommandException {
        var header = exchange.read(new QueryDataVersionRequestHeader());
        DataVersion version;
        try {
            version = Objects.requireNonNullElseGet(
                    Json.read(ByteBufUtil.getBytes(exchange.body()), DataVersion.class), DataVersion::new);
        } catch (JsonException unreadable) {
            throw new RemotingCommandException("Failed to decode DataVersion", unreadable);
        }
        var answer = new QueryDataVersionResponseHeader();
        answer.setChanged(routes.isChanged(header.getBrokerAddr(), version));
        var stored = routes.version(header.getBrokerAddr()).map(registered -> registered.encode());
        exchange.respond(ResponseCode.SUCCESS, null, answer, stored.orElse(null));
    }

    void unregister(Exchange exchange) throws RemotingCommandException {
        var header = exchange.read(new UnRegisterBrokerRequestHeader());
        routes.unregister(
                header.getClusterName(),
                header.getBrokerName(),
                header.getBrokerAddr(),
                required("brokerId", header.getBrokerId()));
        exchange.respond(ResponseCode.SUCCESS, null);
    }
}
