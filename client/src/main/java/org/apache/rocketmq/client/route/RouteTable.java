package org.apache.rocketmq.client.route;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.protocol.route.QueueData;
import org.apache.rocketmq.common.protocol.route.TopicRouteData;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The route cache of one client instance. Thread-safe: lookups take no lock, refreshes run one at a time under
 * {@code refreshing}. Source: client behaviour, section 3.3.
 */
public final class RouteTable {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);
    private static final long LOCK_TIMEOUT_MILLIS = 3_000;

    private final RouteSource source;
    private final RouteListener listener;
    private final BrokerTable brokers = new BrokerTable();
    private final ConcurrentHashMap<String, TopicRoute> routes = new ConcurrentHashMap<>();
    private final Set<String> published = ConcurrentHashMap.newKeySet();
    private final ReentrantLock refreshing = new ReentrantLock();

    public RouteTable(RouteSource source, RouteListener listener) {
        this.source = source;
        this.listener = listener;
    }

    public BrokerTable brokers() {
        return brokers;
    }

    /** The cached route, or null. */
    public TopicRoute find(String topic) {
        return routes.get(topic);
    }

    public Map<String, TopicRoute> all() {
        return routes;
    }

    /** Keeps the route of {@code topic} fresh from now on, as it is (or will be) sent to. */
    public void publish(String topic) {
        if (!published.contains(topic)) {
            published.add(topic);
        }
    }

    /**
     * The queues to send to. An unknown topic is asked for once; if the name server does not know it either, the route
     * of {@code templateTopic} stands in, with at most {@code templateQueues} queues per broker, until the next refresh.
     * Null when there is no usable route.
     *
     * @throws IllegalStateException when no name server can be reached
     */
    public PublishQueues publishQueues(String topic, String templateTopic, int templateQueues) {
        TopicRoute route = routes.get(topic);
        if (route != null && !route.publish().isEmpty()) {
            publish(topic);
            return route.publish();
        }
        publish(topic);
        refresh(topic);
        route = routes.get(topic);
        if (route == null || route.publish().isEmpty()) {
            refreshFromTemplate(topic, templateTopic, templateQueues);
            route = routes.get(topic);
        }
        return route == null || route.publish().isEmpty() ? null : route.publish();
    }

    /**
     * Asks the name server for the route of one topic.
     *
     * @return whether the cache changed; false also when the topic is unknown or another refresh takes too long
     * @throws IllegalStateException when no name server can be reached
     */
    public boolean refresh(String topic) {
        return refreshing(topic, () -> source.routeOf(topic));
    }

    private void refreshFromTemplate(String topic, String templateTopic, int templateQueues) {
        refreshing(topic, () -> {
            TopicRouteData template = source.routeOf(templateTopic);
            for (QueueData data : template.getQueueDatas()) {
                int queues = Math.min(templateQueues, data.getReadQueueNums());
                data.setReadQueueNums(queues);
                data.setWriteQueueNums(queues);
            }
            return template;
        });
    }

    /** Refreshes every topic that is sent to and those of {@code subscribed}; faults are logged. */
    public void refreshAll(Collection<String> subscribed) {
        Set<String> topics = new HashSet<>(published);
        topics.addAll(subscribed);
        for (String topic : topics) {
            try {
                refresh(topic);
            } catch (IllegalStateException e) {
                LOG.warn("routes not refreshed, no name server answers: {}", String.valueOf(e.getCause()));
                return;
            }
        }
    }

    /** Forgets broker nodes that no cached route names. */
    public void dropOfflineBrokers() {
        brokers.retain(routes.values());
    }

    private interface Query {
        TopicRouteData ask() throws MQClientException, RemotingException, InterruptedException;
    }

    private boolean refreshing(String topic, Query query) {
        try {
            if (!refreshing.tryLock(LOCK_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("route of {} not refreshed: another refresh takes over {} ms", topic, LOCK_TIMEOUT_MILLIS);
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            return learn(topic, query.ask());
        } catch (MQClientException e) {
            if (!topic.startsWith(MixAll.RETRY_GROUP_TOPIC_PREFIX)
                    && !topic.equals(TopicValidator.AUTO_CREATE_TOPIC_KEY_TOPIC)) {
                LOG.warn("no route of topic {}: {}", topic, e.getErrorMessage());
            }
            return false;
        } catch (RemotingException e) {
            // 4.9 quirk: applications know an unreachable name server as this unchecked exception.
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            refreshing.unlock();
        }
    }

    private boolean learn(String topic, TopicRouteData data) {
        TopicRoute known = routes.get(topic);
        boolean changed = known == null || !known.sameAs(data);
        if (!changed && !listener.lacksQueues(topic)) {
            return false;
        }
        brokers.learn(data.getBrokerDatas());
        TopicRoute route = changed ? TopicRoute.of(topic, data) : known;
        routes.put(topic, route);
        listener.queuesFound(topic, route.subscribe());
        if (changed) {
            LOG.info("route of topic {}: {}", topic, data);
        }
        return changed;
    }
}
