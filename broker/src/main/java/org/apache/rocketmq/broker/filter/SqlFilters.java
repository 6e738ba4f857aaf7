package org.apache.rocketmq.broker.filter;

import static org.apache.rocketmq.common.protocol.ResponseCode.FILTER_DATA_NOT_EXIST;
import static org.apache.rocketmq.common.protocol.ResponseCode.FILTER_DATA_NOT_LATEST;
import static org.apache.rocketmq.common.protocol.ResponseCode.SUBSCRIPTION_PARSE_FAILED;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SYSTEM_ERROR;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.rocketmq.broker.filter.sql.SqlException;
import org.apache.rocketmq.broker.filter.sql.SqlExpression;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.apache.rocketmq.store.RecordFilter;

/**
 * Makes the filters of pulls by SQL92 condition. Thread-safe. Source: broker specification, PULL_MESSAGE, checks 7f to 8.
 */
public final class SqlFilters implements PullFilters {
    /** Conditions that pulls carry themselves are kept compiled; beyond this many all are forgotten. */
    private static final int MOST_COMPILED = 1_000;

    private final BrokerConfig config;
    private final FilterTable table;
    private final ConcurrentMap<String, SqlExpression> compiled = new ConcurrentHashMap<>();

    public SqlFilters(BrokerConfig config, FilterTable table) {
        this.config = config;
        this.table = table;
    }

    @Override
    public Choice filterOf(String group, SubscriptionData subscription, boolean carried, long requestSubVersion) {
        SqlExpression expression;
        if (carried) {
            try {
                expression = compiled(subscription);
            } catch (SqlException e) {
                return Choice.refused(
                        SUBSCRIPTION_PARSE_FAILED, "parse the consumer's subscription failed " + e.getMessage());
            }
        } else {
            FilterTable.Filter filter = table.find(subscription.getTopic(), group);
            if (filter == null) {
                return Choice.refused(
                        FILTER_DATA_NOT_EXIST,
                        "The broker's consumer filter data is not exist!Your expression may be wrong!");
            }
            if (filter.clientVersion() < requestSubVersion) {
                return Choice.refused(FILTER_DATA_NOT_LATEST, "the consumer's consumer filter data not latest");
            }
            expression = filter.expression();
        }
        return config.isEnablePropertyFilter() ? Choice.of(new SqlFilter(expression)) : notSupported(subscription);
    }

    private static Choice notSupported(SubscriptionData subscription) {
        return Choice.refused(
                SYSTEM_ERROR,
                "The broker does not support consumer to filter message by " + subscription.getExpressionType());
    }

    private SqlExpression compiled(SubscriptionData subscription) throws SqlException {
        SqlExpression known = compiled.get(subscription.getSubString());
        if (known != null) {
            return known;
        }
        SqlExpression made = FilterTable.compile(subscription.getSubString(), subscription.getExpressionType());
        if (compiled.size() >= MOST_COMPILED) {
            compiled.clear();
        }
        compiled.put(subscription.getSubString(), made);
        return made;
    }

    @Override
    public RecordFilter ofRetries(String group, RecordFilter tags) {
        if (!config.isFilterSupportRetry()) {
            return tags;
        }
        return new RetryFilter(tags, topic -> {
            FilterTable.Filter filter = table.find(topic, group);
            return filter == null ? null : filter.expression();
        });
    }
}
