package org.apache.rocketmq.tools.command.export;

import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.common.protocol.body.BrokerStatsData;
import org.apache.rocketmq.common.protocol.body.Connection;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.CommandFailure;
import org.apache.rocketmq.tools.command.stats.StatsAllSubCommand;

/**
 * The load of one broker as it stands in an export. Rates are messages per second.
 *
 * @param report the part of the file that is about this broker
 */
record BrokerMetrics(
        Map<String, Object> report,
        double normalIn,
        double normalOut,
        double transactionIn,
        double scheduleIn,
        long normalInDay,
        long normalOutDay,
        long transactionInDay,
        long scheduleInDay) {
    private static final long TIMEOUT_MILLIS = 10_000;

    /** Asks the broker at {@code address}. */
    static BrokerMetrics of(AdminSession session, String address)
            throws RemotingException, MQBrokerException, MQClientException, InterruptedException, CommandFailure,
                    UnsupportedEncodingException {
        Map<String, String> figures =
                session.admin().fetchBrokerRuntimeStats(address).getTable();
        BrokerStatsData transactions = puts(session, address, TopicValidator.RMQ_SYS_TRANS_HALF_TOPIC);
        BrokerStatsData schedules = puts(session, address, TopicValidator.RMQ_SYS_SCHEDULE_TOPIC);
        Map<String, Object> report = new LinkedHashMap<>();
        BrokerMetrics metrics = new BrokerMetrics(
                report,
                first(figures, "putTps"),
                first(figures, "getTransferedTps"),
                rate(transactions),
                rate(schedules),
                difference(figures, "msgPutTotalTodayMorning", "msgPutTotalYesterdayMorning"),
                difference(figures, "msgGetTotalTodayMorning", "msgGetTotalYesterdayMorning"),
                count(transactions),
                count(schedules));
        Map<String, Object> quota = metrics.quota(figures);
        Set<String> groups = session.admin()
                .getUserSubscriptionGroup(address, TIMEOUT_MILLIS)
                .getSubscriptionGroupTable()
                .keySet();
        quota.put("groupSize", groups.size());
        quota.put(
                "topicSize",
                session.admin()
                        .getUserTopicConfig(address, false, TIMEOUT_MILLIS)
                        .getTopicConfigTable()
                        .size());
        report.put("runtimeEnv", environment(session, address, figures));
        report.put("runtimeQuota", quota);
        report.put(
                "runtimeVersion",
                Map.of(
                        "rocketmqVersion", MQVersion.getVersionDesc(MQVersion.CURRENT_VERSION),
                        "clientInfo", clients(session, address, groups)));
        return metrics;
    }

    private static Map<String, Object> environment(AdminSession session, String address, Map<String, String> figures)
            throws RemotingException, MQBrokerException, MQClientException, InterruptedException, CommandFailure,
                    UnsupportedEncodingException {
        Map<String, Object> environment = new LinkedHashMap<>();
        // 4.9 quirk: the number of callback threads stands for that of processors.
        environment.put(
                "cpuNum", session.admin().getBrokerConfig(address).getProperty("clientCallbackExecutorThreads"));
        environment.put("totalMemKBytes", figures.get("totalMemKBytes"));
        return environment;
    }

    private Map<String, Object> quota(Map<String, String> figures) {
        Map<String, Object> disk = new LinkedHashMap<>();
        disk.put("commitLogDiskRatio", figures.get("commitLogDiskRatio"));
        disk.put("consumeQueueDiskRatio", figures.get("consumeQueueDiskRatio"));
        Map<String, Object> quota = new LinkedHashMap<>();
        quota.put("diskRatio", disk);
        quota.put(
                "tps",
                Map.of(
                        "normalInTps", normalIn,
                        "normalOutTps", normalOut,
                        "transInTps", transactionIn,
                        "scheduleInTps", scheduleIn));
        quota.put(
                "oneDayNum",
                Map.of(
                        "normalOneDayInNum", normalInDay,
                        "normalOneDayOutNum", normalOutDay,
                        "transOneDayInNum", transactionInDay,
                        "scheduleOneDayInNum", scheduleInDay));
        quota.put("messageAverageSize", figures.get("putMessageAverageSize"));
        return quota;
    }

    /** Language and version of every consumer that is connected. */
    private static Set<String> clients(AdminSession session, String address, Set<String> groups)
            throws RemotingException, MQClientException, InterruptedException, CommandFailure {
        Set<String> clients = new TreeSet<>();
        for (String group : groups) {
            try {
                for (Connection client : session.admin()
                        .examineConsumerConnectionInfo(group, address)
                        .getConnectionSet()) {
                    clients.add(client.getLanguage() + "%" + MQVersion.getVersionDesc(client.getVersion()));
                }
            } catch (MQBrokerException e) {
                // The group is offline.
                continue;
            }
        }
        return clients;
    }

    /** Null when the broker counted nothing of the kind. */
    private static BrokerStatsData puts(AdminSession session, String address, String topic)
            throws RemotingException, InterruptedException, CommandFailure {
        try {
            return session.admin().viewBrokerStatsData(address, "TOPIC_PUT_NUMS", topic);
        } catch (MQClientException e) {
            return null;
        }
    }

    private static double rate(BrokerStatsData data) {
        return data == null ? 0 : data.getStatsMinute().getTps();
    }

    private static long count(BrokerStatsData data) {
        return data == null ? 0 : StatsAllSubCommand.compute24HourSum(data);
    }

    /** Zero if there is none: a broker that just started lists no rates, only a blank. */
    private static double first(Map<String, String> figures, String key) {
        String rate = figures.getOrDefault(key, "").strip().split(" ")[0];
        return rate.isEmpty() ? 0 : Double.parseDouble(rate);
    }

    private static long difference(Map<String, String> figures, String later, String earlier) {
        return Long.parseLong(figures.getOrDefault(later, "0")) - Long.parseLong(figures.getOrDefault(earlier, "0"));
    }
}
