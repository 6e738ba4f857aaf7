package org.apache.rocketmq.tools.command.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.10. */
public final class ExportConfigs implements SubCommand {
    private static final List<String> KEYS = List.of(
            "brokerClusterName",
            "brokerId",
            "brokerName",
            "brokerRole",
            "fileReservedTime",
            "filterServerNums",
            "flushDiskType",
            "maxMessageSize",
            "messageDelayLevel",
            "msgTraceTopicName",
            "slaveReadEnable",
            "traceOn",
            "traceTopicEnable",
            "useTLS",
            "autoCreateTopicEnable",
            "autoCreateSubscriptionGroup");

    @Override
    public String name() {
        return "exportConfigs";
    }

    @Override
    public String purpose() {
        return "Export configs";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .required("c", "clusterName", "choose a cluster to export")
                .optional("f", "filePath", "export configs.json path | default /tmp/rocketmq/export");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        Map<String, Object> configs = new TreeMap<>();
        int masters = 0;
        int slaves = 0;
        for (var broker : session.slavesByMaster(arguments.text("c")).entrySet()) {
            Properties all = session.admin().getBrokerConfig(broker.getKey());
            Map<String, String> chosen = new LinkedHashMap<>();
            KEYS.forEach(key -> chosen.put(key, all.getProperty(key)));
            configs.put(all.getProperty("brokerName", broker.getKey()), chosen);
            masters++;
            slaves += broker.getValue().size();
        }
        Map<String, Object> scale = new LinkedHashMap<>();
        scale.put("namesrvSize", session.nameServers().size());
        scale.put("masterBrokerSize", masters);
        scale.put("slaveBrokerSize", slaves);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("clusterScale", scale);
        content.put("brokerConfigs", configs);
        new ExportFile(arguments.text("f", ExportFile.DEFAULT_FOLDER), "configs.json").write(session, content);
    }
}
