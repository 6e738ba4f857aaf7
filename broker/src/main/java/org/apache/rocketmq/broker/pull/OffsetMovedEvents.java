package org.apache.rocketmq.broker.pull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.rocketmq.broker.put.InternalPut;
import org.apache.rocketmq.broker.request.BrokerIdentity;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.topic.OffsetMovedEvent;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.apache.rocketmq.store.MessageToStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records that a consumer asked for an offset outside its queue, as a message of topic OFFSET_MOVED_EVENT. Thread-safe. Source:
 * broker specification, code 21 handling.
 */
public final class OffsetMovedEvents {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.BROKER_LOGGER_NAME);

    private final BrokerIdentity identity;
    private final InternalPut internalPut;
    private final LongSupplier clockMillis;

    public OffsetMovedEvents(BrokerIdentity identity, InternalPut internalPut, LongSupplier clockMillis) {
        this.identity = identity;
        this.internalPut = internalPut;
        this.clockMillis = clockMillis;
    }

    void record(String group, String topic, int queueId, long asked, long corrected) {
        log.warn(
                "group {} asked for offset {} of {} queue {}, told to go on at {}",
                group,
                asked,
                topic,
                queueId,
                corrected);
        var event = new OffsetMovedEvent();
        event.setConsumerGroup(group);
        event.setMessageQueue(new MessageQueue(topic, identity.brokerName(), queueId));
        event.setOffsetRequest(asked);
        event.setOffsetNew(corrected);

        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(MessageConst.PROPERTY_TAGS, group);
        properties.put(MessageConst.PROPERTY_KEYS, group);
        var message = new MessageToStore();
        message.topic = TopicValidator.RMQ_SYS_OFFSET_MOVED_EVENT;
        message.bornTimestamp = clockMillis.getAsLong();
        message.bornHost = identity.storeHost();
        message.storeHost = identity.storeHost();
        message.body = ByteBuffer.wrap(event.encode());
        message.properties = MessageDecoder.messageProperties2String(properties).getBytes(StandardCharsets.UTF_8);
        message.waitStoreOk = false;
        internalPut.put(message).whenComplete((result, failure) -> {
            if (failure != null || !result.status().stored()) {
                log.warn("the event could not be stored: {}", failure != null ? failure : result.status());
            }
        });
    }
}
