package org.apache.rocketmq.client.instance;

import io.netty.channel.ChannelHandlerContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.rocketmq.client.request.PendingRequests;
import org.apache.rocketmq.common.compression.CompressorFactory;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageAccessor;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.body.ConsumeMessageDirectlyResult;
import org.apache.rocketmq.common.protocol.body.ConsumerRunningInfo;
import org.apache.rocketmq.common.protocol.body.GetConsumerStatusBody;
import org.apache.rocketmq.common.protocol.body.ResetOffsetBody;
import org.apache.rocketmq.common.protocol.header.CheckTransactionStateRequestHeader;
import org.apache.rocketmq.common.protocol.header.ConsumeMessageDirectlyResultRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetConsumerRunningInfoRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetConsumerStatusRequestHeader;
import org.apache.rocketmq.common.protocol.header.NotifyConsumerIdsChangedRequestHeader;
import org.apache.rocketmq.common.protocol.header.ReplyMessageRequestHeader;
import org.apache.rocketmq.common.protocol.header.ResetOffsetRequestHeader;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;
import org.apache.rocketmq.remoting.RemotingClient;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.netty.NettyRequestProcessor;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the requests that brokers send to clients. Runs on the client's callback threads. Thread-safe. Source: client
 * behaviour, section 14.
 */
public final class BrokerRequests {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);

    private final Members members;
    private final RebalanceLoop rebalance;
    private final PendingRequests pendingRequests;

    public BrokerRequests(Members members, RebalanceLoop rebalance, PendingRequests pendingRequests) {
        this.members = members;
        this.rebalance = rebalance;
        this.pendingRequests = pendingRequests;
    }

    public void register(RemotingClient remoting) {
        serve(remoting, RequestCode.CHECK_TRANSACTION_STATE, this::checkTransaction);
        serve(remoting, RequestCode.NOTIFY_CONSUMER_IDS_CHANGED, this::consumerIdsChanged);
        serve(remoting, RequestCode.RESET_CONSUMER_CLIENT_OFFSET, this::resetOffset);
        serve(remoting, RequestCode.GET_CONSUMER_STATUS_FROM_CLIENT, this::consumerStatus);
        serve(remoting, RequestCode.GET_CONSUMER_RUNNING_INFO, this::runningInfo);
        serve(remoting, RequestCode.CONSUME_MESSAGE_DIRECTLY, this::consumeDirectly);
        serve(remoting, RequestCode.PUSH_REPLY_MESSAGE_TO_CLIENT, this::reply);
    }

    private interface Answer {
        /** The response, or null for none. */
        RemotingCommand to(ChannelHandlerContext context, RemotingCommand request) throws Exception;
    }

    private static void serve(RemotingClient remoting, int code, Answer answer) {
        remoting.registerProcessor(
                code,
                new NettyRequestProcessor() {
                    @Override
                    public RemotingCommand processRequest(ChannelHandlerContext context, RemotingCommand request)
                            throws Exception {
                        return answer.to(context, request);
                    }

                    @Override
                    public boolean rejectRequest() {
                        return false;
                    }
                },
                null);
    }

    private RemotingCommand checkTransaction(ChannelHandlerContext context, RemotingCommand request)
            throws RemotingCommandException {
        CheckTransactionStateRequestHeader header = request.readInto(new CheckTransactionStateRequestHeader());
        MessageExt half = MessageDecoder.decode(ByteBuffer.wrap(request.getBody()));
        if (half == null) {
            LOG.warn("transaction check with an undecodable message");
            return null;
        }
        String uniqueKey = half.getProperty(MessageConst.PROPERTY_UNIQ_CLIENT_MESSAGE_ID_KEYIDX);
        if (uniqueKey != null && !uniqueKey.isEmpty()) {
            half.setTransactionId(uniqueKey);
        }
        String group = half.getProperty(MessageConst.PROPERTY_PRODUCER_GROUP);
        ProducerPart producer = members.producer(group);
        if (producer == null) {
            LOG.warn("transaction check for group {}, which is not here", group);
            return null;
        }
        producer.checkTransaction(RemotingHelper.parseChannelRemoteAddr(context.channel()), half, header);
        return null;
    }

    private RemotingCommand consumerIdsChanged(ChannelHandlerContext context, RemotingCommand request)
            throws RemotingCommandException {
        LOG.info(
                "members of group {} changed, rebalancing now",
                request.readInto(new NotifyConsumerIdsChangedRequestHeader()).getConsumerGroup());
        rebalance.wake();
        return null;
    }

    private RemotingCommand resetOffset(ChannelHandlerContext context, RemotingCommand request)
            throws RemotingCommandException {
        ResetOffsetRequestHeader header = request.readInto(new ResetOffsetRequestHeader());
        Map<MessageQueue, Long> offsets = new HashMap<>();
        if (request.getBody() != null) {
            offsets = RemotingSerializable.decode(request.getBody(), ResetOffsetBody.class)
                    .getOffsetTable();
        }
        LOG.info("offsets of group {} topic {} are reset to {}", header.getGroup(), header.getTopic(), offsets);
        ConsumerPart consumer = members.consumer(header.getGroup());
        if (consumer != null) {
            consumer.resetOffsets(header.getTopic(), offsets);
        }
        return null;
    }

    private RemotingCommand consumerStatus(ChannelHandlerContext context, RemotingCommand request)
            throws RemotingCommandException {
        GetConsumerStatusRequestHeader header = request.readInto(new GetConsumerStatusRequestHeader());
        ConsumerPart consumer = members.consumer(header.getGroup());
        GetConsumerStatusBody body = new GetConsumerStatusBody();
        body.setMessageQueueTable(consumer == null ? new HashMap<>() : consumer.offsetsInMemory(header.getTopic()));
        return success(body);
    }

    private RemotingCommand runningInfo(ChannelHandlerContext context, RemotingCommand request)
            throws RemotingCommandException {
        GetConsumerRunningInfoRequestHeader header = request.readInto(new GetConsumerRunningInfoRequestHeader());
        ConsumerPart consumer = members.consumer(header.getConsumerGroup());
        if (consumer == null) {
            return unknownGroup(header.getConsumerGroup());
        }
        ConsumerRunningInfo info = consumer.runningInfo();
        if (header.isJstackEnable()) {
            info.setJstack(ThreadDump.text());
        }
        return success(info);
    }

    private RemotingCommand consumeDirectly(ChannelHandlerContext context, RemotingCommand request)
            throws RemotingCommandException {
        ConsumeMessageDirectlyResultRequestHeader header =
                request.readInto(new ConsumeMessageDirectlyResultRequestHeader());
        ConsumerPart consumer = members.consumer(header.getConsumerGroup());
        if (consumer == null) {
            return unknownGroup(header.getConsumerGroup());
        }
        // A plain message: its id is the offset id, as with official clients.
        MessageExt message = MessageDecoder.decode(ByteBuffer.wrap(request.getBody()));
        ConsumeMessageDirectlyResult result = consumer.consumeDirectly(message, header.getBrokerName());
        return success(result);
    }

    private RemotingCommand reply(ChannelHandlerContext context, RemotingCommand request)
            throws RemotingCommandException {
        try {
            MessageExt reply = replyIn(request);
            pendingRequests.replied(reply.getProperty(MessageConst.PROPERTY_CORRELATION_ID), reply);
        } catch (IOException e) {
            LOG.warn("a reply cannot be decompressed", e);
            return RemotingCommand.createResponseCommand(ResponseCode.SYSTEM_ERROR, "process reply message fail");
        }
        return RemotingCommand.createResponseCommand(ResponseCode.SUCCESS, null);
    }

    /** Source: client behaviour, section 7. */
    private static MessageExt replyIn(RemotingCommand request) throws RemotingCommandException, IOException {
        long arrivedMillis = System.currentTimeMillis();
        ReplyMessageRequestHeader header = request.readInto(new ReplyMessageRequestHeader());
        MessageExt reply = new MessageExt();
        reply.setTopic(header.getTopic());
        reply.setQueueId(header.getQueueId());
        reply.setStoreTimestamp(header.getStoreTimestamp());
        if (header.getBornHost() != null) {
            reply.setBornHost(RemotingHelper.string2SocketAddress(header.getBornHost()));
        }
        if (header.getStoreHost() != null) {
            reply.setStoreHost(RemotingHelper.string2SocketAddress(header.getStoreHost()));
        }
        int sysFlag = header.getSysFlag();
        byte[] body = request.getBody();
        if (body != null && (sysFlag & MessageSysFlag.COMPRESSED_FLAG) != 0) {
            body = CompressorFactory.getCompressor(MessageSysFlag.getCompressionType(sysFlag))
                    .decompress(body);
        }
        reply.setBody(body);
        reply.setSysFlag(sysFlag);
        reply.setFlag(header.getFlag());
        MessageAccessor.setProperties(reply, MessageDecoder.string2messageProperties(header.getProperties()));
        MessageAccessor.putProperty(
                reply, MessageConst.PROPERTY_REPLY_MESSAGE_ARRIVE_TIME, String.valueOf(arrivedMillis));
        reply.setBornTimestamp(header.getBornTimestamp());
        reply.setReconsumeTimes(header.getReconsumeTimes() == null ? 0 : header.getReconsumeTimes());
        return reply;
    }

    private static RemotingCommand success(RemotingSerializable body) {
        RemotingCommand response = RemotingCommand.createResponseCommand(ResponseCode.SUCCESS, null);
        response.setBody(body.encode());
        return response;
    }

    private static RemotingCommand unknownGroup(String group) {
        return RemotingCommand.createResponseCommand(
                ResponseCode.SYSTEM_ERROR, "The Consumer Group <" + group + "> not exist in this consumer");
    }
}
