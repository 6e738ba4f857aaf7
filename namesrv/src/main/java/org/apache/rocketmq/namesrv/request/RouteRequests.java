package org.apache.rocketmq.namesrv.request;

import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.common.json.Json;
import org.apache.rocketmq.common.namesrv.NamesrvConfig;
import org.apache.rocketmq.common.namesrv.NamesrvUtil;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.header.namesrv.GetRouteInfoRequestHeader;
import org.apache.rocketmq.namesrv.kvconfig.KvConfig;
import org.apache.rocketmq.namesrv.route.RouteRegistry;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.netty.Exchange;

/** Where a topic is, and who is in which cluster. Source: name server, queries; wire protocol, route JSON. */
final class RouteRequests {
    private static final String FAQ = "\nSee http://rocketmq.apache.org/docs/faq/ for further details.";

    private final RouteRegistry routes;
    private final KvConfig kvConfig;
    private final NamesrvConfig config;

    RouteRequests(RouteRegistry routes, KvConfig kvConfig, NamesrvConfig config) {
        this.routes = routes;
        this.kvConfig = kvConfig;
        this.config = config;
    }

    void routeOfTopic(Exchange exchange) throws RemotingCommandException {
        var header = exchange.read(new GetRouteInfoRequestHeader());
        var topic = header.getTopic();
        var found = routes.route(topic);
        if (found.isEmpty()) {
            exchange.respond(
                    ResponseCode.TOPIC_NOT_EXIST, "No topic route info in name server for the topic: " + topic + FAQ);
            return;
        }
        var route = found.get();
        if (config.isOrderMessageEnable()) {
            route.setOrderTopicConf(kvConfig.get(NamesrvUtil.NAMESPACE_ORDER_TOPIC_CONFIG, topic)
                    .orElse(null));
        }
        var body = takesStandardJson(exchange, header) ? Json.writeStandardBytes(route) : Json.writeBytes(route);
        exchange.respond(ResponseCode.SUCCESS, null, null, body);
    }

    /** 4.9 quirk: peers before V4_9_4 get bare integer keys, which only lenient parsers read, unless they ask. */
    private static boolean takesStandardJson(Exchange exchange, GetRouteInfoRequestHeader header) {
        return exchange.request().getVersion() >= MQVersion.Version.V4_9_4.ordinal()
                || Boolean.TRUE.equals(header.getAcceptStandardJsonOnly());
    }

    /** 4.9 quirk: always with bare integer keys. */
    void clusterInfo(Exchange exchange) {
        exchange.respond(ResponseCode.SUCCESS, null, null, routes.clusterInfo().encode());
    }
}
