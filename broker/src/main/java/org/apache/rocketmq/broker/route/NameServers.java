package org.apache.rocketmq.broker.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.rocketmq.broker.request.BrokerIdentity;
import org.apache.rocketmq.broker.topic.TopicChanges;
import org.apache.rocketmq.broker.topic.TopicTable;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.DataVersion;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.namesrv.TopAddressing;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.body.KVTable;
import org.apache.rocketmq.common.protocol.header.namesrv.QueryDataVersionRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.QueryDataVersionResponseHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.RegisterBrokerResponseHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.UnRegisterBrokerRequestHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.netty.NettyRemotingClient;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;
import org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this broker registered with every name server. Periodic work is confined to one thread of its own; the other methods
 * are thread-safe. Source: broker specification, registration loop.
 */
public final class NameServers implements TopicChanges {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.BROKER_LOGGER_NAME);

    private static final long FIRST_PERIODIC_MILLIS = 10_000;
    private static final long ADDRESS_REFRESH_MILLIS = 120_000;
    private static final long UNREGISTER_TIMEOUT_MILLIS = 3_000;
    private static final long MIN_PERIOD_MILLIS = 10_000;
    private static final long MAX_PERIOD_MILLIS = 60_000;

    private final BrokerConfig config;
    private final BrokerIdentity identity;
    private final TopicTable topics;
    private final NettyRemotingClient client;
    private final Registration registration;
    private final MasterListener masterListener;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var made = new Thread(task, "BrokerRegistration");
        made.setDaemon(true);
        return made;
    });

    /** @param haAddress where slaves of this broker connect to */
    public NameServers(
            BrokerConfig config,
            BrokerIdentity identity,
            TopicTable topics,
            NettyRemotingClient client,
            String haAddress,
            MasterListener masterListener) {
        this.config = config;
        this.identity = identity;
        this.topics = topics;
        this.client = client;
        this.registration = new Registration(config, identity, topics, haAddress);
        this.masterListener = masterListener;
    }

    /** Registers once, waiting for the answers, then periodically. */
    public void start() {
        refreshAddresses();
        registerAll(null);
        long period = Math.max(MIN_PERIOD_MILLIS, Math.min(config.getRegisterNameServerPeriod(), MAX_PERIOD_MILLIS));
        thread.scheduleAtFixedRate(this::periodic, FIRST_PERIODIC_MILLIS, period, TimeUnit.MILLISECONDS);
        thread.scheduleAtFixedRate(
                this::refreshAddresses, FIRST_PERIODIC_MILLIS, ADDRESS_REFRESH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Says goodbye to every name server, at most 3 seconds each. */
    public void stop() {
        thread.shutdownNow();
        var header = new UnRegisterBrokerRequestHeader();
        header.setBrokerName(identity.brokerName());
        header.setBrokerAddr(identity.address());
        header.setClusterName(identity.clusterName());
        header.setBrokerId(identity.brokerId().getAsLong());
        List<CompletableFuture<RemotingCommand>> answers = new ArrayList<>();
        for (String address : addresses()) {
            answers.add(client.invoke(
                    address,
                    RemotingCommand.createRequestCommand(RequestCode.UNREGISTER_BROKER, header),
                    UNREGISTER_TIMEOUT_MILLIS));
        }
        answers.forEach(answer -> await(answer, UNREGISTER_TIMEOUT_MILLIS, "unregister"));
    }

    @Override
    public void created(TopicConfig topic) {
        thread.execute(() -> registerAll(null));
    }

    @Override
    public void updated(TopicConfig topic) {
        registerAll(topic);
    }

    /** Registers the whole table now and waits for the answers. */
    public void registerNow() {
        registerAll(null);
    }

    private List<String> addresses() {
        List<String> addresses = client.getNameServerAddressList();
        return addresses == null ? List.of() : addresses;
    }

    private void refreshAddresses() {
        String configured = config.getNamesrvAddr();
        if ((configured == null || configured.isBlank()) && config.isFetchNamesrvAddrByAddressServer()) {
            configured = new TopAddressing(addressServer()).fetchNSAddr();
        }
        if (configured != null && !configured.isBlank()) {
            client.updateNameServerAddressList(List.of(configured.trim().split(";")));
        }
    }

    private String addressServer() {
        String domain = config.getRmqAddressServerDomain();
        String port = domain.indexOf(':') > 0 ? "" : ":8080";
        return "http://" + domain + port + "/rocketmq/" + config.getRmqAddressServerSubGroup();
    }

    private void periodic() {
        try {
            if (config.isForceRegister() || anyIsBehind()) {
                registerAll(null);
            }
        } catch (RuntimeException e) {
            log.error("periodic registration failed, next try in the next round", e);
        }
    }

    /** Whether a name server reports another version of our topics than ours, or does not answer properly. */
    private boolean anyIsBehind() {
        var header = new QueryDataVersionRequestHeader();
        header.setBrokerName(identity.brokerName());
        header.setBrokerAddr(identity.address());
        header.setClusterName(identity.clusterName());
        header.setBrokerId(identity.brokerId().getAsLong());
        byte[] version = topics.version().encode();
        for (String address : addresses()) {
            RemotingCommand request = RemotingCommand.createRequestCommand(RequestCode.QUERY_DATA_VERSION, header);
            request.setBody(version);
            RemotingCommand answer = await(
                    client.invoke(address, request, config.getRegisterBrokerTimeoutMills()),
                    config.getRegisterBrokerTimeoutMills(),
                    "query the data version of " + address);
            if (answer == null || isBehind(answer)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBehind(RemotingCommand answer) {
        try {
            var header = new QueryDataVersionResponseHeader();
            answer.readInto(header);
            DataVersion theirs =
                    answer.getBody() == null ? null : RemotingSerializable.decode(answer.getBody(), DataVersion.class);
            return answer.getCode() != RemotingSysResponseCode.SUCCESS
                    || Boolean.TRUE.equals(header.getChanged())
                    || theirs != null && !theirs.equals(topics.version());
        } catch (RemotingCommandException e) {
            return true;
        }
    }

    private synchronized void registerAll(TopicConfig onlyTopic) {
        List<String> addresses = addresses();
        List<RemotingCommand> requests = registration.requests(addresses.size(), onlyTopic);
        long timeoutMillis = config.getRegisterBrokerTimeoutMills();
        Map<String, CompletableFuture<RemotingCommand>> answers = new HashMap<>();
        for (int i = 0; i < addresses.size(); i++) {
            answers.put(addresses.get(i), client.invoke(addresses.get(i), requests.get(i), timeoutMillis));
        }
        long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        boolean applied = false;
        for (var entry : answers.entrySet()) {
            long leftMillis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime()));
            RemotingCommand answer = await(entry.getValue(), leftMillis, "register with name server " + entry.getKey());
            if (answer == null) {
                continue;
            }
            if (answer.getCode() != RemotingSysResponseCode.SUCCESS) {
                log.warn(
                        "name server {} refuses the registration: {} {}",
                        entry.getKey(),
                        answer.getCode(),
                        answer.getRemark());
            } else if (!applied) {
                applied = true;
                apply(answer);
            }
        }
    }

    /** Takes what the first name server says: the master of a slave, and which topics are ordered. */
    private void apply(RemotingCommand answer) {
        try {
            var header = new RegisterBrokerResponseHeader();
            answer.readInto(header);
            masterListener.masterKnown(header.getMasterAddr(), header.getHaServerAddr());
        } catch (RemotingCommandException e) {
            log.warn("the answer to a registration cannot be read: {}", e.getMessage());
        }
        if (answer.getBody() != null) {
            KVTable ordered = RemotingSerializable.decode(answer.getBody(), KVTable.class);
            if (ordered != null && ordered.getTable() != null) {
                topics.applyOrdered(ordered.getTable().keySet());
            }
        }
    }

    private static RemotingCommand await(CompletableFuture<RemotingCommand> answer, long timeoutMillis, String what) {
        try {
            return answer.get(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            log.warn("could not {}: {}", what, e.getCause().getMessage());
        } catch (TimeoutException e) {
            log.warn("could not {} within {} ms", what, timeoutMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }
}
