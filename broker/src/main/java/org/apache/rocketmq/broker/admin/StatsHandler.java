package org.apache.rocketmq.broker.admin;

import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SUCCESS;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SYSTEM_ERROR;

import org.apache.rocketmq.broker.stats.BrokerStats;
import org.apache.rocketmq.broker.stats.Counter;
import org.apache.rocketmq.broker.stats.StatsSnapshot;
import org.apache.rocketmq.common.protocol.body.BrokerStatsData;
import org.apache.rocketmq.common.protocol.body.BrokerStatsItem;
import org.apache.rocketmq.common.protocol.header.ViewBrokerStatsDataRequestHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.remoting.netty.RequestHandler;

/** One counter over its windows: request 315. Thread-safe. */
public final class StatsHandler implements RequestHandler {
    private final BrokerStats stats;

    public StatsHandler(BrokerStats stats) {
        this.stats = stats;
    }

    @Override
    public void handle(Exchange exchange) throws RemotingCommandException {
        var asked = exchange.read(new ViewBrokerStatsDataRequestHeader());
        Counter counter = asked.getStatsName() == null || asked.getStatsKey() == null
                ? null
                : stats.find(asked.getStatsName(), asked.getStatsKey());
        if (counter == null) {
            exchange.respond(
                    SYSTEM_ERROR, "The stats <" + asked.getStatsName() + "> <" + asked.getStatsKey() + "> not exist");
            return;
        }
        var body = new BrokerStatsData();
        body.setStatsMinute(item(counter.lastMinute()));
        body.setStatsHour(item(counter.lastHour()));
        body.setStatsDay(item(counter.lastDay()));
        exchange.respond(SUCCESS, null, null, body.encode());
    }

    private static BrokerStatsItem item(StatsSnapshot snapshot) {
        var item = new BrokerStatsItem();
        item.setSum(snapshot.sum());
        item.setTps(snapshot.tps());
        item.setAvgpt(snapshot.averagePerTime());
        return item;
    }
}
