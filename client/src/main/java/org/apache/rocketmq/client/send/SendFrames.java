package org.apache.rocketmq.client.send;

import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.header.SendMessageRequestHeaderV2;
import org.apache.rocketmq.common.protocol.header.SendMessageResponseHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/** Writes send requests and reads their answers. Thread-safe. Source: client behaviour, section 5.7. */
final class SendFrames {
    private static final boolean SHORT_NAMES =
            Boolean.parseBoolean(System.getProperty("org.apache.rocketmq.client.sendSmartMsg", "true"));

    private final DefaultMQProducer producer;

    SendFrames(DefaultMQProducer producer) {
        this.producer = producer;
    }

    RemotingCommand request(Outgoing out, MessageQueue queue) {
        SendMessageRequestHeaderV2 header = new SendMessageRequestHeaderV2();
        header.setA(producer.getProducerGroup());
        header.setB(out.topic());
        header.setC(producer.getCreateTopicKey());
        header.setD(producer.getDefaultTopicQueueNums());
        header.setE(queue.getQueueId());
        header.setF(out.sysFlag());
        header.setG(System.currentTimeMillis());
        header.setH(out.message().getFlag());
        header.setI(out.properties());
        header.setJ(out.reconsumeTimes());
        header.setK(producer.isUnitMode());
        header.setL(out.maxReconsumeTimes());
        header.setM(out.batch());
        header.setN(queue.getBrokerName());
        RemotingCommand request = command(out, header);
        request.setBody(out.body());
        return request;
    }

    private static RemotingCommand command(Outgoing out, SendMessageRequestHeaderV2 header) {
        if (SHORT_NAMES || (out.batch() && !out.reply())) {
            int code = out.reply()
                    ? RequestCode.SEND_REPLY_MESSAGE_V2
                    : out.batch() ? RequestCode.SEND_BATCH_MESSAGE : RequestCode.SEND_MESSAGE_V2;
            return RemotingCommand.createRequestCommand(code, header);
        }
        return RemotingCommand.createRequestCommand(
                out.reply() ? RequestCode.SEND_REPLY_MESSAGE : RequestCode.SEND_MESSAGE,
                SendMessageRequestHeaderV2.createSendMessageRequestHeaderV1(header));
    }

    /**
     * @throws MQBrokerException for every code that does not mean "stored"
     * @throws RemotingCommandException when the answer cannot be read
     */
    SendResult result(Outgoing out, String brokerName, String address, RemotingCommand response)
            throws MQBrokerException, RemotingCommandException {
        SendStatus status =
                switch (response.getCode()) {
                    case ResponseCode.SUCCESS -> SendStatus.SEND_OK;
                    case ResponseCode.FLUSH_DISK_TIMEOUT -> SendStatus.FLUSH_DISK_TIMEOUT;
                    case ResponseCode.FLUSH_SLAVE_TIMEOUT -> SendStatus.FLUSH_SLAVE_TIMEOUT;
                    case ResponseCode.SLAVE_NOT_AVAILABLE -> SendStatus.SLAVE_NOT_AVAILABLE;
                    default -> throw new MQBrokerException(response.getCode(), response.getRemark(), address);
                };
        SendMessageResponseHeader header = response.readInto(new SendMessageResponseHeader());
        if (header.getQueueId() == null || header.getQueueOffset() == null) {
            throw new RemotingCommandException("the answer of " + address + " to a send lacks queueId or queueOffset");
        }
        String topic = producer.getNamespace() == null ? out.topic() : producer.withoutNamespace(out.topic());
        SendResult result = new SendResult(
                status,
                out.uniqueKey(),
                new MessageQueue(topic, brokerName, header.getQueueId()),
                header.getQueueOffset(),
                header.getTransactionId(),
                header.getMsgId(),
                null);
        String region = response.fields().getString(MessageConst.PROPERTY_MSG_REGION);
        result.setRegionId(region == null || region.isEmpty() ? MixAll.DEFAULT_TRACE_REGION_ID : region);
        result.setTraceOn(!"false".equals(response.fields().getString(MessageConst.PROPERTY_TRACE_SWITCH)));
        return result;
    }
}
