package org.apache.rocketmq.client.broker;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.body.TopicList;
import org.apache.rocketmq.common.protocol.header.CreateTopicRequestHeader;
import org.apache.rocketmq.common.protocol.header.QueryMessageRequestHeader;
import org.apache.rocketmq.common.protocol.header.QueryMessageResponseHeader;
import org.apache.rocketmq.common.protocol.header.ViewMessageRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.GetRouteInfoRequestHeader;
import org.apache.rocketmq.common.protocol.route.TopicRouteData;
import org.apache.rocketmq.remoting.RemotingClient;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Requests about topics and single messages: to the name server for routes, to brokers for the rest. Thread-safe. */
public final class TopicApi {
    private final Calls calls;

    public TopicApi(RemotingClient remoting, boolean vipChannel) {
        this.calls = new Calls(remoting, vipChannel);
    }

    /**
     * Asks the name server who serves a topic.
     *
     * @throws MQClientException with the name server's code and remark; 17 = unknown topic
     */
    public TopicRouteData route(String topic, long timeoutMillis)
            throws RemotingException, MQClientException, InterruptedException {
        GetRouteInfoRequestHeader header = new GetRouteInfoRequestHeader();
        header.setTopic(topic);
        RemotingCommand answer =
                calls.ask(null, Calls.request(RequestCode.GET_ROUTEINFO_BY_TOPIC, header), timeoutMillis);
        if (answer.getCode() != ResponseCode.SUCCESS || answer.getBody() == null) {
            throw new MQClientException(answer.getCode(), answer.getRemark());
        }
        return RemotingSerializable.decode(answer.getBody(), TopicRouteData.class);
    }

    /** The topics that the cluster keeps for itself. */
    public TopicList systemTopics(long timeoutMillis)
            throws RemotingException, MQClientException, InterruptedException {
        RemotingCommand answer =
                calls.ask(null, Calls.request(RequestCode.GET_SYSTEM_TOPIC_LIST_FROM_NS, null), timeoutMillis);
        if (answer.getCode() != ResponseCode.SUCCESS || answer.getBody() == null) {
            throw new MQClientException(answer.getCode(), answer.getRemark());
        }
        return RemotingSerializable.decode(answer.getBody(), TopicList.class);
    }

    /** Creates or changes a topic on one broker. */
    public void createTopic(String address, String defaultTopic, TopicConfig topic, long timeoutMillis)
            throws RemotingException, MQBrokerException, InterruptedException {
        CreateTopicRequestHeader header = new CreateTopicRequestHeader();
        header.setTopic(topic.getTopicName());
        header.setDefaultTopic(defaultTopic);
        header.setReadQueueNums(topic.getReadQueueNums());
        header.setWriteQueueNums(topic.getWriteQueueNums());
        header.setPerm(topic.getPerm());
        header.setTopicFilterType(topic.getTopicFilterType().name());
        header.setTopicSysFlag(topic.getTopicSysFlag());
        header.setOrder(topic.isOrder());
        calls.expect(calls.fast(address), Calls.request(RequestCode.UPDATE_AND_CREATE_TOPIC, header), timeoutMillis);
    }

    /** Reads the message at a log offset of a broker. */
    public MessageExt viewMessage(String address, long logOffset, long timeoutMillis)
            throws RemotingException, MQBrokerException, InterruptedException {
        ViewMessageRequestHeader header = new ViewMessageRequestHeader();
        header.setOffset(logOffset);
        RemotingCommand answer =
                calls.expect(calls.fast(address), Calls.request(RequestCode.VIEW_MESSAGE_BY_ID, header), timeoutMillis);
        return MessageDecoder.clientDecode(ByteBuffer.wrap(answer.getBody()), true);
    }

    /**
     * Messages a broker found by key.
     *
     * @param indexTimestamp how far (ms) its key index had come
     */
    public record Found(long indexTimestamp, List<MessageExt> messages) {}

    /**
     * Looks up messages by key or, with {@code unique}, by unique key, without blocking. The future fails with a
     * {@link RemotingException} or {@link MQBrokerException}.
     */
    public CompletableFuture<Found> queryMessage(
            String address, QueryMessageRequestHeader header, boolean unique, long timeoutMillis) {
        RemotingCommand request = Calls.request(RequestCode.QUERY_MESSAGE, header);
        request.addExtField(MixAll.UNIQUE_MSG_QUERY_FLAG, Boolean.toString(unique));
        return calls.remoting()
                .invoke(calls.fast(address), request, timeoutMillis)
                .thenCompose(answer -> {
                    try {
                        return CompletableFuture.completedFuture(found(address, answer));
                    } catch (RemotingException | MQBrokerException e) {
                        return CompletableFuture.failedFuture(e);
                    }
                });
    }

    private static Found found(String address, RemotingCommand answer) throws RemotingException, MQBrokerException {
        if (answer.getCode() != ResponseCode.SUCCESS) {
            throw new MQBrokerException(answer.getCode(), answer.getRemark(), address);
        }
        QueryMessageResponseHeader header = answer.readInto(new QueryMessageResponseHeader());
        List<MessageExt> messages =
                answer.getBody() == null ? List.of() : MessageDecoder.decodes(ByteBuffer.wrap(answer.getBody()), true);
        return new Found(header.getIndexLastUpdateTimestamp(), messages);
    }
}
