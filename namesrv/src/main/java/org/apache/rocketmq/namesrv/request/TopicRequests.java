package org.apache.rocketmq.namesrv.request;

import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.body.TopicList;
import org.apache.rocketmq.common.protocol.header.GetTopicsByClusterRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.DeleteTopicFromNamesrvRequestHeader;
import org.apache.rocketmq.namesrv.route.RouteRegistry;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.netty.Exchange;

/** Lists of topics, and forgetting one. Source: name server, lists. */
final class TopicRequests {
    private final RouteRegistry routes;

    TopicRequests(RouteRegistry routes) {
        this.routes = routes;
    }

    void all(Exchange exchange) {
        respond(exchange, routes.topics());
    }

    void ofCluster(Exchange exchange) throws RemotingCommandException {
        var header = exchange.read(new GetTopicsByClusterRequestHeader());
        respond(exchange, routes.topicsOfCluster(header.getCluster()));
    }

    void systemTopics(Exchange exchange) {
        exchange.respond(ResponseCode.SUCCESS, null, null, routes.systemTopics().encode());
    }

    void bySysFlag(Exchange exchange, IntPredicate topicSysFlag) {
        respond(exchange, routes.topicsBySysFlag(topicSysFlag));
    }

    void delete(Exchange exchange) throws RemotingCommandException {
        var header = exchange.read(new DeleteTopicFromNamesrvRequestHeader());
        routes.deleteTopic(header.getTopic(), header.getClusterName());
        exchange.respond(ResponseCode.SUCCESS, null);
    }

    private static void respond(Exchange exchange, Set<String> topics) {
        var list = new TopicList();
        list.setTopicList(topics);
        exchange.respond(ResponseCode.SUCCESS, null, null, list.encode());
    }
}
