package org.apache.rocketmq.client.broker;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.rocketmq.client.consumer.PullStatus;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.body.CheckClientRequestBody;
import org.apache.rocketmq.common.protocol.body.LockBatchRequestBody;
import org.apache.rocketmq.common.protocol.body.LockBatchResponseBody;
import org.apache.rocketmq.common.protocol.body.UnlockBatchRequestBody;
import org.apache.rocketmq.common.protocol.header.ConsumerSendMsgBackRequestHeader;
import org.apache.rocketmq.common.protocol.header.EndTransactionRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetConsumerListByGroupRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetConsumerListByGroupResponseBody;
import org.apache.rocketmq.common.protocol.header.GetEarliestMsgStoretimeRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetEarliestMsgStoretimeResponseHeader;
import org.apache.rocketmq.common.protocol.header.GetMaxOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetMaxOffsetResponseHeader;
import org.apache.rocketmq.common.protocol.header.GetMinOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetMinOffsetResponseHeader;
import org.apache.rocketmq.common.protocol.header.PullMessageRequestHeader;
import org.apache.rocketmq.common.protocol.header.PullMessageResponseHeader;
import org.apache.rocketmq.common.protocol.header.QueryConsumerOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.header.QueryConsumerOffsetResponseHeader;
import org.apache.rocketmq.common.protocol.header.SearchOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.header.SearchOffsetResponseHeader;
import org.apache.rocketmq.common.protocol.header.UnregisterClientRequestHeader;
import org.apache.rocketmq.common.protocol.header.UpdateConsumerOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.heartbeat.HeartbeatData;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.apache.rocketmq.remoting.RemotingClient;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.protocol.LanguageCode;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/**
 * Requests about groups, offsets, locks, pulls and transactions. Addresses are advertised ones; the methods that may use
 * the fast port (section 4.1) choose it themselves. A broker's error code becomes an {@link MQBrokerException}, transport
 * faults are {@link RemotingException}s. Thread-safe. Source: client behaviour, section 4.1.
 */
public final class BrokerApi {
    private final Calls calls;

    public BrokerApi(RemotingClient remoting, boolean vipChannel) {
        this.calls = new Calls(remoting, vipChannel);
    }

    /** Sends a heartbeat; returns the broker's version ordinal. */
    public int heartbeat(String address, HeartbeatData heartbeat, LanguageCode language, long timeoutMillis)
            throws RemotingException, MQBrokerException, InterruptedException {
        RemotingCommand request = Calls.request(RequestCode.HEART_BEAT, null, heartbeat.encode());
        request.setLanguage(language);
        return calls.expect(address, request, timeoutMillis).getVersion();
    }

    /** Leaves a producer group or a consumer group; the other one is null. */
    public void unregister(
            String address, String clientId, String producerGroup, String consumerGroup, long timeoutMillis)
            throws RemotingException, MQBrokerException, InterruptedException {
        UnregisterClientRequestHeader header = new UnregisterClientRequestHeader();
        header.setClientID(clientId);
        header.setProducerGroup(producerGroup);
        header.setConsumerGroup(consumerGroup);
        calls.expect(address, Calls.request(RequestCode.UNREGISTER_CLIENT, header), timeoutMillis);
    }

    /** The client ids of the members of a consumer group. */
    public List<String> consumerIds(String address, String group, long timeoutMillis)
            throws RemotingException, MQBrokerException, InterruptedException {
        GetConsumerListByGroupRequestHeader header = new GetConsumerListByGroupRequestHeader();
        header.setConsumerGroup(group);
        RemotingCommand answer = calls.expect(
                calls.fast(address), Calls.request(RequestCode.GET_CONSUMER_LIST_BY_GROUP, header), timeoutMillis);
        if (answer.getBody() == null) {
            return List.of();
        }
        List<String> ids = RemotingSerializable.decode(answer.getBody(), GetConsumerListByGroupResponseBody.class)
                .getConsumerIdList();
        return ids == null ? List.of() : ids;
    }

    /**
     * Lets a broker check a subscription before it is used.
     *
     * @throws MQClientException with the broker's code and remark when it refuses
     */
    public void checkClient(
            String address, String group, String clientId, SubscriptionData subscription, long timeoutMillis)
            throws RemotingException, InterruptedException, MQClientException {
        CheckClientRequestBody body = new CheckClientRequestBody();
        body.setClientId(clientId);
        body.setGroup(group);
        body.setSubscriptionData(subscription);
        RemotingCommand answer = calls.ask(
                calls.fast(address),
                Calls.request(RequestCode.CHECK_CLIENT_CONFIG, null, body.encode()),
                timeoutMillis);
        if (answer.getCode() != ResponseCode.SUCCESS) {
            throw new MQClientException(answer.getCode(), answer.getRemark());
        }
    }

    /** Locks queues for this client; returns those it holds now. */
    public Set<MessageQueue> lock(String address, LockBatchRequestBody body, long timeoutMillis)
            throws RemotingException, MQBrokerException, InterruptedException {
        RemotingCommand answer = calls.expect(
                calls.fast(address), Calls.request(RequestCode.LOCK_BATCH_MQ, null, body.encode()), timeoutMillis);
        return RemotingSerializable.decode(answer.getBody(), LockBatchResponseBody.class)
                .getLockOKMQSet();
    }

    public void unlock(String address, UnlockBatchRequestBody body, long timeoutMillis)
            throws RemotingException, MQBrokerException, InterruptedException {
        calls.expect(
                calls.fast(address), Calls.request(RequestCode.UNLOCK_BATCH_MQ, null, body.encode()), timeoutMillis);
    }

    /** Unlocks without waiting for an answer, on the advertised port. */
    public void unlockOneway(String address, UnlockBatchRequestBody body, long timeoutMillis)
            throws RemotingException, InterruptedException {
        calls.tell(address, Calls.request(RequestCode.UNLOCK_BATCH_MQ, null, body.encode()), timeoutMillis);
    }

    /** The group's stored offset. Any refusal (22 and others) means that there is none. */
    public long queryConsumerOffset(String address, QueryConsumerOffsetRequestHeader header, long timeoutMillis)
            throws RemotingException, MQBrokerException, InterruptedException {
        RemotingCommand answer = calls.expect(
                calls.fast(address), Calls.request(RequestCode.QUERY_CONSUMER_OFFSET, header), timeoutMillis);
        return answer.readInto(new QueryConsumerOffsetResponseHeader()).getOffset();
    }

    public void updateConsumerOffset(String address, UpdateConsumerOffsetRequestHeader header, long timeoutMillis)
            throws RemotingException, MQBrokerException, InterruptedException {
        calls.expect(calls.fast(address), Calls.request(RequestCode.UPDATE_CONSUMER_OFFSET, header), timeoutMillis);
    }

    public void updateConsumerOffsetOneway(String address, UpdateConsumerOffsetRequestHeader header, long timeoutMillis)
            throws RemotingException, InterruptedException {
        calls.tell(calls.fast(address), Calls.request(RequestCode.UPDATE_CONSUMER_OFFSET, header), timeoutMillis);
    }

    public long maxOffset(String address, MessageQueue queue, long timeoutMillis)
            throws RemotingException, MQBrokerException, InterruptedException {
        GetMaxOffsetRequestHeader header = new GetMaxOffsetRequestHeader();
        header.setTopic(queue.getTopic());
        header.setQueueId(queue.getQueueId());
        header.setBname(queue.getBrokerName());
        RemotingCommand answer =
                calls.expect(calls.fast(address), Calls.request(RequestCode.GET_MAX_OFFSET, header), timeoutMillis);
        return answer.readInto(new GetMaxOffsetResponseHeader()).getOffset();
    }

    public long minOffset(String address, MessageQueue queue, long timeoutMillis)
            throws RemotingException, MQBrokerException, InterruptedException {
        GetMinOffsetRequestHeader header = new GetMinOffsetRequestHeader();
        header.setTopic(queue.getTopic());
        header.setQueueId(queue.getQueueId());
        header.setBname(queue.getBrokerName());
        RemotingCommand answer =
                calls.expect(calls.fast(address), Calls.request(RequestCode.GET_MIN_OFFSET, header), timeoutMillis);
        return answer.readInto(new GetMinOffsetResponseHeader()).getOffset();
    }

    /** The offset of the first message stored at or after {@code timestamp} (ms). */
    public long searchOffset(String address, MessageQueue queue, long timestamp, long timeoutMillis)
            throws RemotingException, MQBrokerException, InterruptedException {
        SearchOffsetRequestHeader header = new SearchOffsetRequestHeader();
        header.setTopic(queue.getTopic());
        header.setQueueId(queue.getQueueId());
        header.setBname(queue.getBrokerName());
        header.setTimestamp(timestamp);
        RemotingCommand answer = calls.expect(
                calls.fast(address), Calls.request(RequestCode.SEARCH_OFFSET_BY_TIMESTAMP, header), timeoutMillis);
        return answer.readInto(new SearchOffsetResponseHeader()).getOffset();
    }

    /** Store time (ms) of the oldest message of the queue. */
    public long earliestStoreTime(String address, MessageQueue queue, long timeoutMillis)
            throws RemotingException, MQBrokerException, InterruptedException {
        GetEarliestMsgStoretimeRequestHeader header = new GetEarliestMsgStoretimeRequestHeader();
        header.setTopic(queue.getTopic());
        header.setQueueId(queue.getQueueId());
        header.setBname(queue.getBrokerName());
        RemotingCommand answer = calls.expect(
                calls.fast(address), Calls.request(RequestCode.GET_EARLIEST_MSG_STORETIME, header), timeoutMillis);
        return answer.readInto(new GetEarliestMsgStoretimeResponseHeader()).getTimestamp();
    }

    /** Gives a message back to its broker, to be delivered again. */
    public void sendBack(String address, ConsumerSendMsgBackRequestHeader header, long timeoutMillis)
            throws RemotingException, MQBrokerException, InterruptedException {
        calls.expect(calls.fast(address), Calls.request(RequestCode.CONSUMER_SEND_MSG_BACK, header), timeoutMillis);
    }

    /** Pulls and waits for the answer. */
    public PullAnswer pull(String address, PullMessageRequestHeader header, long timeoutMillis)
            throws RemotingException, MQBrokerException, InterruptedException {
        return pullAnswer(address, calls.ask(address, Calls.request(RequestCode.PULL_MESSAGE, header), timeoutMillis));
    }

    /**
     * Pulls without blocking. The future ends on an event loop, with a {@link RemotingException} or
     * {@link MQBrokerException} as (possibly wrapped) cause when it fails; decode and consume elsewhere.
     */
    public CompletableFuture<PullAnswer> pullAsync(
            String address, PullMessageRequestHeader header, long timeoutMillis) {
        RemotingCommand request = Calls.request(RequestCode.PULL_MESSAGE, header);
        return calls.remoting().invoke(address, request, timeoutMillis).thenCompose(answer -> {
            try {
                return CompletableFuture.completedFuture(pullAnswer(address, answer));
            } catch (RemotingException | MQBrokerException e) {
                return CompletableFuture.failedFuture(e);
            }
        });
    }

    private static PullAnswer pullAnswer(String address, RemotingCommand answer)
            throws RemotingException, MQBrokerException {
        PullStatus status =
                switch (answer.getCode()) {
                    case ResponseCode.SUCCESS -> PullStatus.FOUND;
                    case ResponseCode.PULL_NOT_FOUND -> PullStatus.NO_NEW_MSG;
                    case ResponseCode.PULL_RETRY_IMMEDIATELY -> PullStatus.NO_MATCHED_MSG;
                    case ResponseCode.PULL_OFFSET_MOVED -> PullStatus.OFFSET_ILLEGAL;
                    default -> throw new MQBrokerException(answer.getCode(), answer.getRemark(), address);
                };
        PullMessageResponseHeader header = answer.readInto(new PullMessageResponseHeader());
        return new PullAnswer(
                status,
                header.getNextBeginOffset(),
                header.getMinOffset(),
                header.getMaxOffset(),
                header.getSuggestWhichBrokerId() == null ? MixAll.MASTER_ID : header.getSuggestWhichBrokerId(),
                status == PullStatus.FOUND ? answer.getBody() : null);
    }

    /** Tells a broker how a transaction ended; {@code remark} is the exception's text or null. */
    public void endTransaction(String address, EndTransactionRequestHeader header, String remark, long timeoutMillis)
            throws RemotingException, InterruptedException {
        RemotingCommand request = Calls.request(RequestCode.END_TRANSACTION, header);
        request.setRemark(remark);
        calls.tell(address, request, timeoutMillis);
    }
}
