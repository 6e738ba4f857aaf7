package org.apache.rocketmq.tools.command.line;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.MQClientManager;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.protocol.body.ClusterInfo;
import org.apache.rocketmq.common.protocol.route.BrokerData;
import org.apache.rocketmq.remoting.RPCHook;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.tools.admin.DefaultMQAdminExt;

/**
 * One run of one command: its output, its admin client, and whether something failed on the way. The client connects at
 * its first use. Confined to the thread that runs the command.
 */
public final class AdminSession implements AutoCloseable {
    private final String command;
    private final PrintStream out;
    private final PrintStream err;
    private final NameServerChoice nameServers;
    private final Path home;
    private final String instanceName;
    private DefaultMQAdminExt admin;
    private DefaultMQProducer producer;
    private RPCHook hook;
    private boolean hookKnown;
    private boolean failed;

    /**
     * @param home the folder with {@code conf/tools.yml}; null for no account
     * @param instanceName what tells this client from others of the machine
     */
    public AdminSession(
            String command,
            PrintStream out,
            PrintStream err,
            NameServerChoice nameServers,
            Path home,
            String instanceName) {
        this.command = command;
        this.out = out;
        this.err = err;
        this.nameServers = nameServers;
        this.home = home;
        this.instanceName = instanceName;
    }

    public PrintStream out() {
        return out;
    }

    public void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
    }

    /** The connected client. */
    public DefaultMQAdminExt admin() throws MQClientException, CommandFailure {
        if (admin == null) {
            DefaultMQAdminExt starting = new DefaultMQAdminExt(hook());
            starting.setInstanceName(instanceName);
            nameServers.applyTo(starting);
            starting.start();
            admin = starting;
        }
        return admin;
    }

    /** The client instance below {@link #admin()}, for requests that the admin client does not offer. */
    public MQClientInstance instance() throws MQClientException, CommandFailure {
        return MQClientManager.getInstance().getOrCreateMQClientInstance(admin());
    }

    /** The one producer of this run, started; it shares the connections of {@link #admin()}. */
    public DefaultMQProducer producer(String group) throws MQClientException, CommandFailure {
        if (producer == null) {
            DefaultMQProducer starting = new DefaultMQProducer(group, hook());
            starting.setInstanceName(instanceName);
            nameServers.applyTo(starting);
            starting.start();
            producer = starting;
        }
        return producer;
    }

    private RPCHook hook() throws CommandFailure {
        if (!hookKnown) {
            hookKnown = true;
            hook = home == null ? null : Credentials.hook(home.resolve("conf").resolve("tools.yml"));
        }
        return hook;
    }

    /** The name servers of option {@code -n}, else the configured ones. */
    public List<String> nameServers() throws MQClientException, CommandFailure {
        return admin().getNameServerAddressList();
    }

    private List<BrokerData> brokers(String cluster)
            throws RemotingException, MQBrokerException, MQClientException, InterruptedException, CommandFailure {
        ClusterInfo clusters = admin().examineBrokerClusterInfo();
        List<BrokerData> brokers = Clusters.brokers(clusters, cluster);
        if (brokers == null) {
            print("%s%n", Clusters.UNKNOWN);
            throw new CommandFailure("cluster " + cluster + " is unknown to the name server, which knows "
                    + clusters.getClusterAddrTable().keySet());
        }
        return brokers;
    }

    /** The masters of a cluster; an unknown one ends the command. */
    public Set<String> masters(String cluster)
            throws RemotingException, MQBrokerException, MQClientException, InterruptedException, CommandFailure {
        return Clusters.masters(brokers(cluster));
    }

    /** All addresses of a cluster; an unknown one ends the command. */
    public Set<String> mastersAndSlaves(String cluster)
            throws RemotingException, MQBrokerException, MQClientException, InterruptedException, CommandFailure {
        return Clusters.mastersAndSlaves(brokers(cluster));
    }

    /** Masters with their slaves; an unknown cluster ends the command. */
    public Map<String, List<String>> slavesByMaster(String cluster)
            throws RemotingException, MQBrokerException, MQClientException, InterruptedException, CommandFailure {
        return Clusters.slavesByMaster(brokers(cluster));
    }

    /** Reports a part that failed; the command goes on and will end with status 1. */
    public void failed(String part, Exception failure) {
        failed = true;
        out.flush();
        err.println("mqadmin " + command + ": " + part + ": " + FailureText.of(failure));
    }

    /** Reports what ended the command. */
    public void failed(Exception failure) {
        failed = true;
        out.flush();
        err.println("mqadmin " + command + ": " + FailureText.of(failure));
    }

    public boolean hasFailed() {
        return failed;
    }

    @Override
    public void close() {
        out.flush();
        if (producer != null) {
            producer.shutdown();
        }
        if (admin != null) {
            admin.shutdown();
        }
    }
}
