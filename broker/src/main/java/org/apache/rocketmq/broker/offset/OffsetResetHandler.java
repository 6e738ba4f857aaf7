package org.apache.rocketmq.broker.offset;

import static org.apache.rocketmq.common.protocol.ResponseCode.CONSUMER_NOT_ONLINE;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SUCCESS;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SYSTEM_ERROR;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.rocketmq.broker.client.BrokerToClient;
import org.apache.rocketmq.broker.client.ClientConnection;
import org.apache.rocketmq.broker.client.ConsumerGroup;
import org.apache.rocketmq.broker.client.ConsumerGroups;
import org.apache.rocketmq.broker.request.BrokerIdentity;
import org.apache.rocketmq.broker.topic.TopicTable;
import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.message.MessageQueueForC;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.body.GetConsumerStatusBody;
import org.apache.rocketmq.common.protocol.body.ResetOffsetBody;
import org.apache.rocketmq.common.protocol.body.ResetOffsetBodyForC;
import org.apache.rocketmq.common.protocol.header.GetConsumerStatusRequestHeader;
import org.apache.rocketmq.common.protocol.header.ResetOffsetRequestHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.remoting.protocol.LanguageCode;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;
import org.apache.rocketmq.store.MessageStore;

/**
 * Moves a live group to another place and asks its members where they are: requests 222 and 223. The members adopt and commit
 * the offsets; the table here does not change by itself. Runs on the admin lane. Thread-safe. Source: broker specification,
 * INVOKE_BROKER_TO_RESET_OFFSET.
 */
public final class OffsetResetHandler {
    private static final long CLIENT_TIMEOUT_MILLIS = 5_000;
    private static final long TO_THE_END = -1;

    private final BrokerIdentity identity;
    private final TopicTable topics;
    private final ConsumerOffsets offsets;
    private final ConsumerGroups consumers;
    private final BrokerToClient toClient;
    private final MessageStore store;

    public OffsetResetHandler(
            BrokerIdentity identity,
            TopicTable topics,
            ConsumerOffsets offsets,
            ConsumerGroups consumers,
            BrokerToClient toClient,
            MessageStore store) {
        this.identity = identity;
        this.topics = topics;
        this.offsets = offsets;
        this.consumers = consumers;
        this.toClient = toClient;
        this.store = store;
    }

    /** Request 222. */
    public void reset(Exchange exchange) throws RemotingCommandException {
        var asked = exchange.read(new ResetOffsetRequestHeader());
        TopicConfig topic = asked.getTopic() == null ? null : topics.find(asked.getTopic());
        if (topic == null) {
            exchange.respond(
                    SYSTEM_ERROR,
                    "[reset-offset] reset offset failed, no topic in this broker. topic=" + asked.getTopic());
            return;
        }
        Map<MessageQueue, Long> targets = targets(asked, topic);
        if (targets == null) {
            exchange.respond(SYSTEM_ERROR, "THe consumer group <" + asked.getGroup() + "> not exist");
            return;
        }
        ConsumerGroup group = consumers.find(asked.getGroup());
        if (group == null) {
            exchange.respond(
                    CONSUMER_NOT_ONLINE,
                    "Consumer not online, so can not reset offset, Group: " + asked.getGroup() + " Topic: "
                            + asked.getTopic() + " Timestamp: " + asked.getTimestamp());
            return;
        }
        boolean cpp = exchange.request().getLanguage() == LanguageCode.CPP;
        for (ClientConnection member : group.members()) {
            if (member.version() < MQVersion.Version.V3_0_7_SNAPSHOT.ordinal()) {
                exchange.respond(SYSTEM_ERROR, unsupported(member));
                return;
            }
            // 4.9 quirk: an administrator who says CPP means that the members are; C++ members get their form anyway.
            byte[] body = body(targets, cpp || member.language() == LanguageCode.CPP);
            toClient.tell(
                    member.channel(), RequestCode.RESET_CONSUMER_CLIENT_OFFSET, asked, body, CLIENT_TIMEOUT_MILLIS);
        }
        exchange.respond(SUCCESS, null, null, body(targets, cpp));
    }

    /** Where each queue shall go on, or null when the group has no offset in one of them. */
    private Map<MessageQueue, Long> targets(ResetOffsetRequestHeader asked, TopicConfig topic) {
        Map<MessageQueue, Long> targets = new HashMap<>();
        for (int queueId = 0; queueId < topic.getWriteQueueNums(); queueId++) {
            long stored = offsets.find(asked.getGroup(), asked.getTopic(), queueId);
            if (stored < 0) {
                return null;
            }
            long target = asked.getTimestamp() == TO_THE_END
                    ? store.maxOffset(asked.getTopic(), queueId)
                    : store.offsetByTime(asked.getTopic(), queueId, asked.getTimestamp());
            target = Math.max(0, target);
            targets.put(
                    new MessageQueue(asked.getTopic(), identity.brokerName(), queueId),
                    asked.isForce() || target < stored ? target : stored);
        }
        return targets;
    }

    private static byte[] body(Map<MessageQueue, Long> targets, boolean cpp) {
        if (!cpp) {
            var body = new ResetOffsetBody();
            body.setOffsetTable(targets);
            return body.encode();
        }
        List<MessageQueueForC> list = new ArrayList<>();
        targets.forEach((queue, offset) ->
                list.add(new MessageQueueForC(queue.getTopic(), queue.getBrokerName(), queue.getQueueId(), offset)));
        var body = new ResetOffsetBodyForC();
        body.setOffsetTable(list);
        return body.encode();
    }

    /** Request 223. */
    public void consumerStatus(Exchange exchange) throws RemotingCommandException, InterruptedException {
        var asked = exchange.read(new GetConsumerStatusRequestHeader());
        ConsumerGroup group = asked.getGroup() == null ? null : consumers.find(asked.getGroup());
        if (group == null) {
            exchange.respond(SYSTEM_ERROR, "No Any Consumer online in the consumer group: [" + asked.getGroup() + "]");
            return;
        }
        String only = asked.getClientAddr();
        Map<String, Map<MessageQueue, Long>> table = new HashMap<>();
        for (ClientConnection member : group.members()) {
            if (member.version() < MQVersion.Version.V3_0_7_SNAPSHOT.ordinal()) {
                exchange.respond(SYSTEM_ERROR, unsupported(member));
                return;
            }
            if (only == null || only.isBlank() || only.equals(member.clientId())) {
                ask(member, asked, table);
            }
        }
        var body = new GetConsumerStatusBody();
        body.setConsumerTable(table);
        exchange.respond(SUCCESS, null, null, body.encode());
    }

    private void ask(
            ClientConnection member, GetConsumerStatusRequestHeader asked, Map<String, Map<MessageQueue, Long>> table)
            throws InterruptedException {
        RemotingCommand request =
                RemotingCommand.createRequestCommand(RequestCode.GET_CONSUMER_STATUS_FROM_CLIENT, asked);
        try {
            RemotingCommand answer = toClient.ask(member.channel(), request, CLIENT_TIMEOUT_MILLIS);
            if (answer.getCode() == SUCCESS && answer.getBody() != null) {
                var status = RemotingSerializable.decode(answer.getBody(), GetConsumerStatusBody.class);
                table.put(member.clientId(), status.getMessageQueueTable());
            }
        } catch (RemotingException e) {
            // The others still answer; a member that does not is simply missing in the table.
            table.put(member.clientId(), Map.of());
        }
    }

    private static String unsupported(ClientConnection member) {
        return "the client does not support this feature. version=" + MQVersion.getVersionDesc(member.version());
    }
}
