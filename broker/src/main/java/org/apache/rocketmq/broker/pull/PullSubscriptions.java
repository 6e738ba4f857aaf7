package org.apache.rocketmq.broker.pull;

import static org.apache.rocketmq.common.protocol.ResponseCode.NO_PERMISSION;
import static org.apache.rocketmq.common.protocol.ResponseCode.SUBSCRIPTION_NOT_EXIST;
import static org.apache.rocketmq.common.protocol.ResponseCode.SUBSCRIPTION_NOT_LATEST;
import static org.apache.rocketmq.common.protocol.ResponseCode.SUBSCRIPTION_PARSE_FAILED;

import org.apache.rocketmq.broker.client.ConsumerGroup;
import org.apache.rocketmq.broker.client.ConsumerGroups;
import org.apache.rocketmq.broker.filter.PullFilters;
import org.apache.rocketmq.broker.filter.PullFilters.Choice;
import org.apache.rocketmq.broker.filter.TagFilter;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.constant.HelpText;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.filter.ExpressionType;
import org.apache.rocketmq.common.filter.FilterAPI;
import org.apache.rocketmq.common.protocol.heartbeat.MessageModel;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.apache.rocketmq.common.subscription.SubscriptionGroupConfig;
import org.apache.rocketmq.store.RecordFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what a pull wants: from the expression it carries, or from the group's last heartbeat. Thread-safe. Source:
 * broker specification, PULL_MESSAGE, checks 7 and 8.
 */
final class PullSubscriptions {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.BROKER_LOGGER_NAME);

    private final ConsumerGroups consumers;
    private final PullFilters otherFilters;

    PullSubscriptions(ConsumerGroups consumers, PullFilters otherFilters) {
        this.consumers = consumers;
        this.otherFilters = otherFilters;
    }

    Choice filterOf(PullRequest request, SubscriptionGroupConfig group) {
        return request.carriesSubscription() ? carried(request) : registered(request, group);
    }

    private Choice carried(PullRequest request) {
        SubscriptionData subscription;
        try {
            subscription = FilterAPI.build(request.topic(), request.subscription(), request.expressionType());
        } catch (Exception e) {
            log.warn(
                    "group {} pulls with the expression '{}': {}",
                    request.group(),
                    request.subscription(),
                    e.toString());
            return Choice.refused(SUBSCRIPTION_PARSE_FAILED, "parse the consumer's subscription failed");
        }
        return toFilter(request, subscription, true);
    }

    private Choice registered(PullRequest request, SubscriptionGroupConfig group) {
        ConsumerGroup online = consumers.find(request.group());
        if (online == null) {
            return Choice.refused(SUBSCRIPTION_NOT_EXIST, "the consumer's group info not exist" + HelpText.FAQ);
        }
        if (!group.isConsumeBroadcastEnable() && online.messageModel() == MessageModel.BROADCASTING) {
            return Choice.refused(
                    NO_PERMISSION, "the consumer group[" + request.group() + "] can not consume by broadcast way");
        }
        SubscriptionData subscription = online.subscription(request.topic());
        if (subscription == null) {
            return Choice.refused(SUBSCRIPTION_NOT_EXIST, "the consumer's subscription not exist" + HelpText.FAQ);
        }
        if (subscription.getSubVersion() < request.subVersion()) {
            return Choice.refused(SUBSCRIPTION_NOT_LATEST, "the consumer's subscription not latest");
        }
        return toFilter(request, subscription, false);
    }

    private Choice toFilter(PullRequest request, SubscriptionData subscription, boolean carried) {
        if (ExpressionType.isTagType(subscription.getExpressionType())) {
            RecordFilter tags = TagFilter.of(subscription.getCodeSet());
            boolean retries = request.topic().startsWith(MixAll.RETRY_GROUP_TOPIC_PREFIX);
            return Choice.of(retries ? otherFilters.ofRetries(request.group(), tags) : tags);
        }
        return otherFilters.filterOf(request.group(), subscription, carried, request.subVersion());
    }
}
