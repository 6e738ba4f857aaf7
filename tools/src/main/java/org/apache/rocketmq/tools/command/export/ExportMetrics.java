package org.apache.rocketmq.tools.command.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.rocketmq.common.protocol.body.ClusterInfo;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.Clusters;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.10. */
public final class ExportMetrics implements SubCommand {
    @Override
    public String name() {
        return "exportMetrics";
    }

    @Override
    public String purpose() {
        return "Export metrics";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .required("c", "clusterName", "choose a cluster to export")
                .optional("f", "filePath", "export metrics.json path | default /tmp/rocketmq/export");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        List<BrokerMetrics> all = new ArrayList<>();
        Map<String, Object> reports = new TreeMap<>();
        ClusterInfo clusters = session.admin().examineBrokerClusterInfo();
        for (String master : session.masters(arguments.text("c"))) {
            BrokerMetrics metrics = BrokerMetrics.of(session, master);
            all.add(metrics);
            reports.put(Clusters.brokerName(clusters, master), metrics.report());
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("totalData", totals(all));
        content.put("evaluateReport", reports);
        new ExportFile(arguments.text("f", ExportFile.DEFAULT_FOLDER), "metrics.json").write(session, content);
    }

    private static Map<String, Object> totals(List<BrokerMetrics> all) {
        Map<String, Object> rates = new LinkedHashMap<>();
        rates.put(
                "totalNormalInTps",
                all.stream().mapToDouble(BrokerMetrics::normalIn).sum());
        rates.put(
                "totalNormalOutTps",
                all.stream().mapToDouble(BrokerMetrics::normalOut).sum());
        rates.put(
                "totalTransInTps",
                all.stream().mapToDouble(BrokerMetrics::transactionIn).sum());
        rates.put(
                "totalScheduleInTps",
                all.stream().mapToDouble(BrokerMetrics::scheduleIn).sum());
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put(
                "normalOneDayInNum",
                all.stream().mapToLong(BrokerMetrics::normalInDay).sum());
        counts.put(
                "normalOneDayOutNum",
                all.stream().mapToLong(BrokerMetrics::normalOutDay).sum());
        counts.put(
                "transOneDayInNum",
                all.stream().mapToLong(BrokerMetrics::transactionInDay).sum());
        counts.put(
                "scheduleOneDayInNum",
                all.stream().mapToLong(BrokerMetrics::scheduleInDay).sum());
        return Map.of("totalOneDayNum", counts, "totalTps", rates);
    }
}
