package org.apache.rocketmq.broker.client;

import static org.apache.rocketmq.common.protocol.ResponseCode.CONSUME_MSG_TIMEOUT;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SYSTEM_ERROR;

import io.netty.buffer.ByteBufUtil;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import org.apache.rocketmq.broker.request.BadRequest;
import org.apache.rocketmq.broker.request.BrokerIdentity;
import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageId;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.apache.rocketmq.remoting.exception.RemotingSendRequestException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.remoting.netty.RequestHandler;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.store.MessageStore;
import org.apache.rocketmq.store.RecordSlice;

/**
 * Passes an administrator's question on to one consumer and its answer back: requests 307 and 309. Waits for the consumer, so
 * it runs on the admin lane. Thread-safe. Source: broker specification, relay to a consumer.
 */
public final class ClientRelayHandler implements RequestHandler {
    private static final long CLIENT_TIMEOUT_MILLIS = 10_000;

    private final BrokerIdentity identity;
    private final ConsumerGroups consumers;
    private final BrokerToClient toClient;
    private final MessageStore store;

    public ClientRelayHandler(
            BrokerIdentity identity, ConsumerGroups consumers, BrokerToClient toClient, MessageStore store) {
        this.identity = identity;
        this.consumers = consumers;
        this.toClient = toClient;
        this.store = store;
    }

    @Override
    public void handle(Exchange exchange) throws Exception {
        HashMap<String, String> fields = new HashMap<>();
        exchange.fields().forEach(fields::put);
        byte[] body = ByteBufUtil.getBytes(exchange.body());
        if (exchange.code() == RequestCode.CONSUME_MESSAGE_DIRECTLY) {
            fields.put("brokerName", identity.brokerName());
            body = recordOf(fields.get("msgId"));
            if (body == null) {
                exchange.respond(SYSTEM_ERROR, "no message with the offset id " + fields.get("msgId"));
                return;
            }
        }
        relay(exchange, fields, body);
    }

    private byte[] recordOf(String offsetMessageId) throws BadRequest {
        MessageId id = parse(BadRequest.required("msgId", offsetMessageId));
        try (RecordSlice record = store.recordAt(id.getOffset())) {
            if (record == null) {
                return null;
            }
            ByteBuffer buffer = record.buffer();
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        }
    }

    private static MessageId parse(String offsetMessageId) throws BadRequest {
        try {
            return MessageDecoder.decodeMessageId(offsetMessageId);
        } catch (UnknownHostException | RuntimeException e) {
            throw new BadRequest("msgId=" + offsetMessageId + " is no offset message id");
        }
    }

    private void relay(Exchange exchange, HashMap<String, String> fields, byte[] body) throws InterruptedException {
        String group = fields.get("consumerGroup");
        String clientId = fields.get("clientId");
        ClientConnection client = group == null || clientId == null ? null : consumers.member(group, clientId);
        if (client == null) {
            exchange.respond(SYSTEM_ERROR, "The Consumer <" + group + "> <" + clientId + "> not online");
            return;
        }
        if (client.version() < MQVersion.Version.V3_1_8_SNAPSHOT.ordinal()) {
            exchange.respond(
                    SYSTEM_ERROR,
                    "The Consumer <" + clientId + "> Version <" + MQVersion.getVersionDesc(client.version())
                            + "> too low to finish, please upgrade it to V3_1_8_SNAPSHOT");
            return;
        }
        RemotingCommand request = RemotingCommand.createRequestCommand(exchange.code(), null);
        request.setExtFields(fields);
        request.setBody(body);
        try {
            exchange.respond(toClient.ask(client.channel(), request, CLIENT_TIMEOUT_MILLIS));
        } catch (RemotingTimeoutException e) {
            exchange.respond(
                    CONSUME_MSG_TIMEOUT,
                    "consumer <" + group + "> <" + clientId + "> Timeout: " + RemotingHelper.exceptionSimpleDesc(e));
        } catch (RemotingSendRequestException e) {
            exchange.respond(
                    SYSTEM_ERROR,
                    "invoke consumer <" + group + "> <" + clientId + "> Exception: "
                            + RemotingHelper.exceptionSimpleDesc(e));
        }
    }
}
