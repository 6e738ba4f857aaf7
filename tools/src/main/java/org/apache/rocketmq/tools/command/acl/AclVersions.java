package org.apache.rocketmq.tools.command.acl;

import java.util.Set;
import java.util.TreeMap;
import org.apache.rocketmq.common.protocol.body.ClusterAclVersionInfo;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;
import org.apache.rocketmq.tools.command.line.Times;

/** Source: mqadmin, section 4.9. */
public final class AclVersions implements SubCommand {
    private static final String ROW = "%-16s  %-22s  %-22s  %-20s  %-22s  %-22s%n";

    @Override
    public String name() {
        return "clusterAclConfigVersion";
    }

    @Override
    public String purpose() {
        return "List all of acl config version information in cluster";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .oneOf("b", "brokerAddr", "query acl config version for which broker")
                .oneOf("c", "clusterName", "query acl config version for specified cluster");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        if (arguments.has("b")) {
            printRows(session, arguments.text("b"));
            session.print("get broker's plain access config version success.%n");
            return;
        }
        Set<String> masters = session.masters(arguments.text("c"));
        session.print(
                ROW,
                "#Cluster Name",
                "#Broker Name",
                "#Broker Addr",
                "#AclFilePath",
                "#AclConfigVersionNum",
                "#AclLastUpdateTime");
        for (String master : masters) {
            printRows(session, master);
        }
        session.print("get cluster's plain access config version success.%n");
    }

    private static void printRows(AdminSession session, String address) throws Exception {
        ClusterAclVersionInfo info = session.admin().examineBrokerClusterAclVersionInfo(address);
        new TreeMap<>(info.getAllAclConfigDataVersion())
                .forEach((file, version) -> session.print(
                        ROW,
                        info.getClusterName(),
                        info.getBrokerName(),
                        info.getBrokerAddr(),
                        file,
                        version.getCounter(),
                        Times.toSeconds(version.getTimestamp())));
    }
}
