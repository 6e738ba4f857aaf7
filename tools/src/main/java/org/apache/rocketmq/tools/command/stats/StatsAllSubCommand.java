package org.apache.rocketmq.tools.command.stats;

import java.util.Set;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.protocol.body.BrokerStatsData;
import org.apache.rocketmq.common.protocol.route.BrokerData;
import org.apache.rocketmq.common.protocol.route.TopicRouteData;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.tools.admin.request.TopicKinds;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.CommandFailure;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.1. Dashboards call {@link #compute24HourSum}. */
public class StatsAllSubCommand implements SubCommand {
    private static final String PUTS = "TOPIC_PUT_NUMS";
    private static final String GETS = "GROUP_GET_NUMS";

    @Override
    public String name() {
        return "statsAll";
    }

    @Override
    public String purpose() {
        return "Topic and Consumer tps stats";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .flag("a", "activeTopic", "print active topic only")
                .optional("t", "topic", "print select topic only");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        session.print(
                "%-64s  %-64s %12s %11s %11s %14s %14s%n",
                "#Topic", "#Consumer Group", "#Accumulation", "#InTPS", "#OutTPS", "#InMsg24Hour", "#OutMsg24Hour");
        for (String topic : session.admin().fetchAllTopicList().getTopicList()) {
            boolean wanted = !arguments.has("t") || topic.equals(arguments.text("t"));
            if (wanted && !TopicKinds.isRetryOrDeadLetter(topic)) {
                try {
                    printTopic(session, topic, arguments.has("a"));
                } catch (RemotingException | MQBrokerException | MQClientException e) {
                    session.failed("topic " + topic, e);
                }
            }
        }
    }

    private static void printTopic(AdminSession session, String topic, boolean onlyActive)
            throws RemotingException, MQBrokerException, MQClientException, InterruptedException, CommandFailure {
        TopicRouteData route = session.admin().examineTopicRouteInfo(topic);
        Set<String> groups = session.admin().queryTopicConsumeByWho(topic).getGroupList();
        Rate in = rate(session, route, PUTS, topic);
        if (groups.isEmpty() && (!onlyActive || in.count() > 0)) {
            session.print(
                    "%-64s  %-64s %12d %11.2f %11s %14d %14s%n",
                    topic, "", 0, in.perSecond(), "", in.count(), "NO_CONSUMER");
        }
        for (String group : groups) {
            Rate out = rate(session, route, GETS, topic + "@" + group);
            if (!onlyActive || in.count() > 0 || out.count() > 0) {
                session.print(
                        "%-64s  %-64s %12d %11.2f %11.2f %14d %14d%n",
                        topic,
                        group,
                        accumulation(session, topic, group),
                        in.perSecond(),
                        out.perSecond(),
                        in.count(),
                        out.count());
            }
        }
    }

    /** @param count messages of the last day, as far as the brokers know */
    private record Rate(double perSecond, long count) {}

    /** The sum over the masters; one that counts nothing of the kind refuses and adds nothing. */
    private static Rate rate(AdminSession session, TopicRouteData route, String counter, String key)
            throws InterruptedException, CommandFailure {
        double perSecond = 0;
        long count = 0;
        for (BrokerData broker : route.getBrokerDatas()) {
            String master = broker.getBrokerAddrs().get(MixAll.MASTER_ID);
            if (master != null) {
                try {
                    BrokerStatsData data = session.admin().viewBrokerStatsData(master, counter, key);
                    perSecond += data.getStatsMinute().getTps();
                    count += compute24HourSum(data);
                } catch (RemotingException | MQClientException e) {
                    continue;
                }
            }
        }
        return new Rate(perSecond, count);
    }

    private static long accumulation(AdminSession session, String topic, String group)
            throws InterruptedException, CommandFailure {
        try {
            return Math.max(0, session.admin().examineConsumeStats(group, topic).computeTotalDiff());
        } catch (RemotingException | MQBrokerException | MQClientException e) {
            return 0;
        }
    }

    /** The count of the longest period that has one: day, hour, minute. */
    public static long compute24HourSum(BrokerStatsData bsd) {
        if (bsd.getStatsDay().getSum() != 0) {
            return bsd.getStatsDay().getSum();
        }
        return bsd.getStatsHour().getSum() != 0
                ? bsd.getStatsHour().getSum()
                : bsd.getStatsMinute().getSum();
    }
}
