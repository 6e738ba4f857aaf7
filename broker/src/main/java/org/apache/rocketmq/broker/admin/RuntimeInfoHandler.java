package org.apache.rocketmq.broker.admin;

import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SUCCESS;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.rocketmq.broker.delay.DelayedDelivery;
import org.apache.rocketmq.broker.request.BrokerIdentity;
import org.apache.rocketmq.broker.request.Lanes;
import org.apache.rocketmq.broker.stats.BrokerStats;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.common.protocol.body.KVTable;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.remoting.netty.Lane;
import org.apache.rocketmq.remoting.netty.RequestHandler;
import org.apache.rocketmq.store.MessageStore;

/** The broker's figures as names and texts: request 28. Thread-safe. Source: broker specification, GET_BROKER_RUNTIME_INFO. */
public final class RuntimeInfoHandler implements RequestHandler {
    private final BrokerConfig config;
    private final BrokerIdentity identity;
    private final MessageStore store;
    private final BrokerStats stats;
    private final DelayedDelivery delayedDelivery;
    private final Lanes lanes;
    private final LongSupplier clockMillis;

    public RuntimeInfoHandler(
            BrokerConfig config,
            BrokerIdentity identity,
            MessageStore store,
            BrokerStats stats,
            DelayedDelivery delayedDelivery,
            Lanes lanes,
            LongSupplier clockMillis) {
        this.config = config;
        this.identity = identity;
        this.store = store;
        this.stats = stats;
        this.delayedDelivery = delayedDelivery;
        this.lanes = lanes;
        this.clockMillis = clockMillis;
    }

    @Override
    public void handle(Exchange exchange) {
        HashMap<String, String> table = new HashMap<>(store.runtimeInfo());
        table.put("bootTimestamp", String.valueOf(identity.bootTimestamp()));
        table.put("runtime", runtime(clockMillis.getAsLong() - identity.bootTimestamp()));
        table.put("brokerVersion", String.valueOf(MQVersion.CURRENT_VERSION));
        table.put("brokerVersionDesc", MQVersion.getVersionDesc(MQVersion.CURRENT_VERSION));
        table.put("msgPutTotalYesterdayMorning", String.valueOf(stats.daily().putYesterdayMorning()));
        table.put("msgPutTotalTodayMorning", String.valueOf(stats.daily().putTodayMorning()));
        table.put("msgPutTotalTodayNow", String.valueOf(stats.putTotal()));
        table.put("msgGetTotalYesterdayMorning", String.valueOf(stats.daily().getYesterdayMorning()));
        table.put("msgGetTotalTodayMorning", String.valueOf(stats.daily().getTodayMorning()));
        table.put("msgGetTotalTodayNow", String.valueOf(stats.getTotal()));
        addLane(table, "sendThreadPoolQueue", lanes.send());
        addLane(table, "pullThreadPoolQueue", lanes.pull());
        addLane(table, "queryThreadPoolQueue", lanes.query());
        table.put(
                "EndTransactionQueueSize", String.valueOf(lanes.endTransaction().depth()));
        table.put(
                "EndTransactionThreadPoolQueueCapacity",
                String.valueOf(lanes.endTransaction().capacity()));
        table.put("startAcceptSendRequestTimeStamp", String.valueOf(config.getStartAcceptSendRequestTimeStamp()));
        delayedDelivery.describe(table);
        var body = new KVTable();
        body.setTable(table);
        exchange.respond(SUCCESS, null, null, body.encode());
    }

    private static void addLane(Map<String, String> table, String prefix, Lane lane) {
        table.put(prefix + "Size", String.valueOf(lane.depth()));
        table.put(prefix + "Capacity", String.valueOf(lane.capacity()));
        table.put(prefix + "HeadWaitTimeMills", String.valueOf(lane.headAgeMillis()));
    }

    private static String runtime(long millis) {
        long days = TimeUnit.MILLISECONDS.toDays(millis);
        long hours = TimeUnit.MILLISECONDS.toHours(millis) % 24;
        long minutes = TimeUnit.MILLISECONDS.toMinutes(millis) % 60;
        long seconds = TimeUnit.MILLISECONDS.toSeconds(millis) % 60;
        return MessageFormat.format("[ {0} days, {1} hours, {2} minutes, {3} seconds ]", days, hours, minutes, seconds);
    }
}
