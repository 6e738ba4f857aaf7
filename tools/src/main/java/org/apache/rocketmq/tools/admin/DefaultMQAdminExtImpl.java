package org.apache.rocketmq.tools.admin;

import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.MQAdminImpl;
import org.apache.rocketmq.client.impl.MQClientManager;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.common.protocol.body.ClusterInfo;
import org.apache.rocketmq.remoting.RPCHook;
import org.apache.rocketmq.remoting.exception.RemotingConnectException;
import org.apache.rocketmq.remoting.exception.RemotingSendRequestException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;
import org.apache.rocketmq.tools.admin.request.AclAdmin;
import org.apache.rocketmq.tools.admin.request.AdminConnection;
import org.apache.rocketmq.tools.admin.request.BrokerAdmin;
import org.apache.rocketmq.tools.admin.request.GroupAdmin;
import org.apache.rocketmq.tools.admin.request.MessageTracks;
import org.apache.rocketmq.tools.admin.request.NameServerAdmin;
import org.apache.rocketmq.tools.admin.request.OffsetAdmin;

/**
 * The life of one admin client: it joins a client instance at the start and leaves it at the end. Starting and stopping
 * are guarded by {@code this}; the parts are thread-safe.
 */
class DefaultMQAdminExtImpl {
    /** What exists between start and shutdown. */
    private record Parts(
            BrokerAdmin brokers,
            AclAdmin accounts,
            NameServerAdmin nameServers,
            GroupAdmin groups,
            OffsetAdmin offsets,
            MessageTracks tracks) {
        static Parts of(AdminConnection connection) {
            NameServerAdmin nameServers = new NameServerAdmin(connection);
            GroupAdmin groups = new GroupAdmin(connection, nameServers);
            return new Parts(
                    new BrokerAdmin(connection),
                    new AclAdmin(connection),
                    nameServers,
                    groups,
                    new OffsetAdmin(connection, nameServers, groups),
                    new MessageTracks(nameServers, groups));
        }
    }

    private final DefaultMQAdminExt settings;
    private final RPCHook hook;
    private final long timeoutMillis;
    // Dashboards look for this name by reflection.
    private volatile MQClientInstance mqClientInstance;
    private volatile Parts parts;

    DefaultMQAdminExtImpl(DefaultMQAdminExt settings, RPCHook hook, long timeoutMillis) {
        this.settings = settings;
        this.hook = hook;
        this.timeoutMillis = timeoutMillis;
    }

    synchronized void start() throws MQClientException {
        if (parts != null) {
            throw new MQClientException("The adminExt service has been started already", null);
        }
        settings.changeInstanceNameToPID();
        MQClientInstance instance = MQClientManager.getInstance().getOrCreateMQClientInstance(settings, hook);
        if (!instance.registerAdminExt(settings.getAdminExtGroup())) {
            throw new MQClientException(
                    "The adminExt group[" + settings.getAdminExtGroup()
                            + "] has created already, specify another name please.",
                    null);
        }
        instance.start();
        mqClientInstance = instance;
        parts = Parts.of(new AdminConnection(instance, timeoutMillis));
    }

    synchronized void shutdown() {
        MQClientInstance instance = mqClientInstance;
        if (parts != null) {
            parts = null;
            instance.unregisterAdminExt(settings.getAdminExtGroup());
            instance.shutdown();
        }
    }

    private Parts started() {
        Parts current = parts;
        if (current == null) {
            throw new IllegalStateException("the admin client is not running: call start() first");
        }
        return current;
    }

    MQAdminImpl lookups() {
        started();
        return mqClientInstance.getMQAdminImpl();
    }

    BrokerAdmin brokers() {
        return started().brokers();
    }

    AclAdmin accounts() {
        return started().accounts();
    }

    NameServerAdmin nameServers() {
        return started().nameServers();
    }

    GroupAdmin groups() {
        return started().groups();
    }

    OffsetAdmin offsets() {
        return started().offsets();
    }

    MessageTracks tracks() {
        return started().tracks();
    }

    /** Sends a cleaning request to every broker; false for an unknown cluster. {@code cluster} null means all. */
    boolean cleanCluster(int requestCode, String cluster)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException, MQClientException,
                    InterruptedException {
        ClusterInfo clusters;
        try {
            clusters = nameServers().clusters();
        } catch (MQBrokerException e) {
            throw new MQClientException(e.getResponseCode(), e.getErrorMessage());
        }
        List<String> addresses = new ArrayList<>();
        for (String name : cluster == null ? clusters.retrieveAllClusterNames() : new String[] {cluster}) {
            if (clusters.getClusterAddrTable().containsKey(name)) {
                addresses.addAll(List.of(clusters.retrieveAllAddrByCluster(name)));
            }
        }
        for (String address : addresses) {
            brokers().clean(requestCode, address);
        }
        return !addresses.isEmpty();
    }
}
