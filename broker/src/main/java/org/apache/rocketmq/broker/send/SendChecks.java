package org.apache.rocketmq.broker.send;

import static org.apache.rocketmq.common.protocol.ResponseCode.NO_PERMISSION;
import static org.apache.rocketmq.common.protocol.ResponseCode.TOPIC_NOT_EXIST;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SYSTEM_ERROR;

import java.net.InetSocketAddress;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.apache.rocketmq.broker.request.BrokerIdentity;
import org.apache.rocketmq.broker.request.Refusal;
import org.apache.rocketmq.broker.topic.TopicTable;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.TopicFilterType;
import org.apache.rocketmq.common.UtilAll;
import org.apache.rocketmq.common.constant.HelpText;
import org.apache.rocketmq.common.constant.PermName;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.store.MessageToStore;

/**
 * What every send has to pass, be it a message or a reply. Thread-safe. Source: broker specification, sending, validation.
 */
final class SendChecks {
    private final BrokerConfig config;
    private final BrokerIdentity identity;
    private final TopicTable topics;
    private final LongSupplier clockMillis;

    SendChecks(BrokerConfig config, BrokerIdentity identity, TopicTable topics, LongSupplier clockMillis) {
        this.config = config;
        this.identity = identity;
        this.topics = topics;
        this.clockMillis = clockMillis;
    }

    /** The checks that need no topic; null when they pass. */
    Refusal beforeTopic(SendFields send) {
        long startsAt = config.getStartAcceptSendRequestTimeStamp();
        if (clockMillis.getAsLong() < startsAt) {
            return new Refusal(
                    SYSTEM_ERROR, "broker unable to service, until " + UtilAll.timeMillisToHumanString2(startsAt));
        }
        String problem = TopicValidator.topicProblem(send.topic());
        if (problem != null) {
            return new Refusal(SYSTEM_ERROR, problem);
        }
        return topics.sendable(send.topic())
                ? null
                : new Refusal(NO_PERMISSION, "Sending message to topic[" + send.topic() + "] is forbidden.");
    }

    /** The topic, made when that is allowed; null otherwise. May write a file: not for the event loop. */
    TopicConfig findOrCreate(Exchange exchange, SendFields send) {
        return topics.findOrCreateForSend(
                send.topic(),
                send.defaultTopic(),
                exchange.remoteAddress(),
                send.defaultTopicQueueNums(),
                TopicTable.sysFlagOf(send.topic(), send.unitMode()));
    }

    Refusal unknownTopic(SendFields send) {
        return new Refusal(
                TOPIC_NOT_EXIST, "topic[" + send.topic() + "] not exist, apply first please!" + HelpText.FAQ);
    }

    /** The checks that need the topic; null when they pass. */
    Refusal ofTopic(Exchange exchange, SendFields send, TopicConfig topic) {
        // 4.9 quirk: without write permission of the broker only ordered topics refuse.
        if (topic.isOrder() && !PermName.isWriteable(config.getBrokerPermission())) {
            return new Refusal(
                    NO_PERMISSION, "the broker[" + identity.advertisedHost() + "] sending message is forbidden");
        }
        if (send.queueId() >= Math.max(topic.getWriteQueueNums(), topic.getReadQueueNums())) {
            return new Refusal(
                    SYSTEM_ERROR,
                    "request queueId[" + send.queueId() + "] is illegal, " + topic + " Producer: "
                            + exchange.remoteAddress());
        }
        return null;
    }

    /** The message without its properties; its body stays that of the request. */
    MessageToStore message(Exchange exchange, SendFields send, TopicConfig topic) {
        var message = new MessageToStore();
        message.topic = send.topic();
        message.queueId = send.queueId() >= 0
                ? send.queueId()
                : ThreadLocalRandom.current().nextInt(Math.max(1, topic.getWriteQueueNums()));
        message.flag = send.flag();
        message.sysFlag = topic.getTopicFilterType() == TopicFilterType.MULTI_TAG
                ? send.sysFlag() | MessageSysFlag.MULTI_TAGS_FLAG
                : send.sysFlag();
        message.bornTimestamp = send.bornTimestamp();
        message.bornHost = (InetSocketAddress) exchange.channel().remoteAddress();
        message.storeHost = identity.storeHost();
        message.reconsumeTimes = send.reconsumeTimes();
        message.body = exchange.body().nioBuffer();
        return message;
    }
}
