package org.apache.rocketmq.client.instance;

import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.rocketmq.client.broker.BrokerApi;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.route.BrokerTable;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.protocol.heartbeat.HeartbeatData;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.protocol.LanguageCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells brokers who is here, and that a group left. One heartbeat round at a time; a round asked for meanwhile is skipped.
 * Thread-safe. Source: client behaviour, sections 3.1 and 3.4.
 */
public final class Heartbeats {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);

    private final String clientId;
    private final LanguageCode language;
    private final long timeoutMillis;
    private final Members members;
    private final BrokerTable brokers;
    private final BrokerApi api;
    private final ReentrantLock round = new ReentrantLock();

    public Heartbeats(
            String clientId,
            LanguageCode language,
            long timeoutMillis,
            Members members,
            BrokerTable brokers,
            BrokerApi api) {
        this.clientId = clientId;
        this.language = language;
        this.timeoutMillis = timeoutMillis;
        this.members = members;
        this.brokers = brokers;
        this.api = api;
    }

    /** Sends a heartbeat to every known broker, one after another: slaves only if there are consumers. */
    public void send() {
        if (!round.tryLock()) {
            return;
        }
        try {
            boolean consuming = !members.consumers().isEmpty();
            if (!consuming && members.producers().isEmpty()) {
                return;
            }
            HeartbeatData heartbeat = members.heartbeat(clientId);
            for (Map<Long, String> nodes : brokers.all().values()) {
                for (Map.Entry<Long, String> node : nodes.entrySet()) {
                    if (consuming || node.getKey() == MixAll.MASTER_ID) {
                        sendTo(node.getValue(), heartbeat);
                    }
                }
            }
        } finally {
            round.unlock();
        }
    }

    private void sendTo(String address, HeartbeatData heartbeat) {
        try {
            brokers.learnVersion(address, api.heartbeat(address, heartbeat, language, timeoutMillis));
        } catch (RemotingException | MQBrokerException e) {
            LOG.warn("heartbeat to broker {} failed: {}", address, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells every known broker that a producer group or a consumer group (the other is null) left. */
    public void unregister(String producerGroup, String consumerGroup) {
        for (Map<Long, String> nodes : brokers.all().values()) {
            for (String address : nodes.values()) {
                try {
                    api.unregister(address, clientId, producerGroup, consumerGroup, timeoutMillis);
                } catch (RemotingException | MQBrokerException e) {
                    LOG.warn("unregister from broker {} failed: {}", address, e.toString());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }
}
