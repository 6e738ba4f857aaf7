package org.apache.rocketmq.namesrv.request;

import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.protocol.header.namesrv.AddWritePermOfBrokerRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.AddWritePermOfBrokerResponseHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.WipeWritePermOfBrokerRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.WipeWritePermOfBrokerResponseHeader;
import org.apache.rocketmq.namesrv.route.RouteRegistry;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hides a broker from producers and shows it again. Source: name server, write permission switches. */
final class WritePermRequests {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.NAMESRV_LOGGER_NAME);

    private final RouteRegistry routes;

    WritePermRequests(RouteRegistry routes) {
        this.routes = routes;
    }

    void wipe(Exchange exchange) throws RemotingCommandException {
        var header = exchange.read(new WipeWritePermOfBrokerRequestHeader());
        var answer = new WipeWritePermOfBrokerResponseHeader();
        answer.setWipeTopicCount(routes.wipeWritePerm(header.getBrokerName()));
        log.info(
                "wipe write perm of broker {}, {} topics, by {}",
                header.getBrokerName(),
                answer.getWipeTopicCount(),
                exchange.remoteAddress());
        exchange.respond(answer);
    }

    void add(Exchange exchange) throws RemotingCommandException {
        var header = exchange.read(new AddWritePermOfBrokerRequestHeader());
        var answer = new AddWritePermOfBrokerResponseHeader();
        answer.setAddTopicCount(routes.addWritePerm(header.getBrokerName()));
        log.info(
                "add write perm of broker {}, {} topics, by {}",
                header.getBrokerName(),
                answer.getAddTopicCount(),
                exchange.remoteAddress());
        exchange.respond(answer);
    }
}
