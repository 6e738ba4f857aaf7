package org.apache.rocketmq.tools.command.cluster;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.protocol.body.ClusterInfo;
import org.apache.rocketmq.common.protocol.route.BrokerData;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.CommandFailure;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.4. */
public final class ClusterListing implements SubCommand {
    private static final String ROW = "%-16s  %-22s  %-4s  %-22s %-16s %19s %19s %10s %5s %6s%n";
    private static final String TOTALS_ROW = "%-16s  %-32s %14s %14s %14s %14s%n";

    @Override
    public String name() {
        return "clusterList";
    }

    @Override
    public String purpose() {
        return "List all of clusters";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .optional("i", "interval", "specify intervals numbers, it is in seconds")
                .flag("m", "moreStats", "Print more stats");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        boolean repeated = arguments.has("i");
        long pauseSeconds = arguments.longNumber("i", 0);
        do {
            if (arguments.has("m")) {
                printTotals(session);
            } else {
                printLoad(session);
            }
            session.out().flush();
            if (repeated) {
                TimeUnit.SECONDS.sleep(pauseSeconds);
            }
        } while (repeated);
    }

    private static void printLoad(AdminSession session) throws Exception {
        session.print(
                ROW,
                "#Cluster Name",
                "#Broker Name",
                "#BID",
                "#Addr",
                "#Version",
                "#InTPS(LOAD)",
                "#OutTPS(LOAD)",
                "#PCWait(ms)",
                "#Hour",
                "#SPACE");
        ClusterInfo clusters = session.admin().examineBrokerClusterInfo();
        for (Map.Entry<String, Set<String>> cluster :
                clusters.getClusterAddrTable().entrySet()) {
            for (String name : new TreeSet<>(cluster.getValue())) {
                BrokerData broker = clusters.getBrokerAddrTable().get(name);
                if (broker == null) {
                    continue;
                }
                for (Map.Entry<Long, String> node : broker.getBrokerAddrs().entrySet()) {
                    BrokerFigures figures = figures(session, node.getValue());
                    session.print(
                            ROW,
                            cluster.getKey(),
                            name,
                            node.getKey(),
                            node.getValue(),
                            figures.version(),
                            figures.in(),
                            figures.out(),
                            figures.pageCacheWait(),
                            figures.hours(System.currentTimeMillis()),
                            figures.diskRatio());
                }
            }
        }
    }

    /** A broker that does not answer has an empty row. */
    private static BrokerFigures figures(AdminSession session, String address)
            throws MQClientException, CommandFailure, InterruptedException {
        try {
            return new BrokerFigures(
                    session.admin().fetchBrokerRuntimeStats(address).getTable());
        } catch (RemotingException | MQBrokerException e) {
            session.failed("broker " + address, e);
            return new BrokerFigures(Map.of());
        }
    }

    private static void printTotals(AdminSession session) throws Exception {
        session.print(
                TOTALS_ROW,
                "#Cluster Name",
                "#Broker Name",
                "#InTotalYest",
                "#OutTotalYest",
                "#InTotalToday",
                "#OutTotalToday");
        ClusterInfo clusters = session.admin().examineBrokerClusterInfo();
        for (Map.Entry<String, Set<String>> cluster :
                clusters.getClusterAddrTable().entrySet()) {
            for (String name : new TreeSet<>(cluster.getValue())) {
                BrokerData broker = clusters.getBrokerAddrTable().get(name);
                if (broker != null) {
                    BrokerFigures figures = figures(session, broker.selectBrokerAddr());
                    session.print(
                            TOTALS_ROW,
                            cluster.getKey(),
                            name,
                            figures.difference("msgPutTotalTodayMorning", "msgPutTotalYesterdayMorning"),
                            figures.difference("msgGetTotalTodayMorning", "msgGetTotalYesterdayMorning"),
                            figures.difference("msgPutTotalTodayNow", "msgPutTotalTodayMorning"),
                            figures.difference("msgGetTotalTodayNow", "msgGetTotalTodayMorning"));
                }
            }
        }
    }
}
