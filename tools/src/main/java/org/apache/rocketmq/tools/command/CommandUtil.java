package org.apache.rocketmq.tools.command;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.common.protocol.route.BrokerData;
import org.apache.rocketmq.remoting.exception.RemotingConnectException;
import org.apache.rocketmq.remoting.exception.RemotingSendRequestException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;
import org.apache.rocketmq.tools.admin.MQAdminExt;
import org.apache.rocketmq.tools.command.line.Clusters;

/**
 * Addresses of the brokers of a cluster, for programs built on the admin client. An unknown cluster prints a warning to
 * stdout and gives nothing. Stateless.
 */
public class CommandUtil {
    /** Addresses of slaves by that of their master. */
    public static Map<String, List<String>> fetchMasterAndSlaveDistinguish(MQAdminExt adminExt, String clusterName)
            throws InterruptedException, RemotingConnectException, RemotingTimeoutException,
                    RemotingSendRequestException, MQBrokerException {
        return Clusters.slavesByMaster(brokers(adminExt, clusterName));
    }

    public static Set<String> fetchMasterAddrByClusterName(MQAdminExt adminExt, String clusterName)
            throws InterruptedException, RemotingConnectException, RemotingTimeoutException,
                    RemotingSendRequestException, MQBrokerException {
        return Clusters.masters(brokers(adminExt, clusterName));
    }

    public static Set<String> fetchMasterAndSlaveAddrByClusterName(MQAdminExt adminExt, String clusterName)
            throws InterruptedException, RemotingConnectException, RemotingTimeoutException,
                    RemotingSendRequestException, MQBrokerException {
        return Clusters.mastersAndSlaves(brokers(adminExt, clusterName));
    }

    private static List<BrokerData> brokers(MQAdminExt adminExt, String clusterName)
            throws InterruptedException, RemotingConnectException, RemotingTimeoutException,
                    RemotingSendRequestException, MQBrokerException {
        List<BrokerData> brokers = Clusters.brokers(adminExt.examineBrokerClusterInfo(), clusterName);
        if (brokers == null) {
            System.out.print(Clusters.UNKNOWN);
            return List.of();
        }
        return brokers;
    }

    /** The names of the brokers of a cluster. */
    public static Set<String> fetchBrokerNameByClusterName(MQAdminExt adminExt, String clusterName) throws Exception {
        List<BrokerData> brokers = Clusters.brokers(adminExt.examineBrokerClusterInfo(), clusterName);
        if (brokers == null || brokers.isEmpty()) {
            throw new Exception(Clusters.UNKNOWN);
        }
        return brokers.stream().map(BrokerData::getBrokerName).collect(Collectors.toSet());
    }

    /** The name of the broker that owns an address. */
    public static String fetchBrokerNameByAddr(MQAdminExt adminExt, String addr) throws Exception {
        String name = Clusters.brokerName(adminExt.examineBrokerClusterInfo(), addr);
        if (name == null) {
            throw new Exception(Clusters.UNKNOWN);
        }
        return name;
    }
}
