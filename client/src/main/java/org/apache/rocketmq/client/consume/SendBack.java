package org.apache.rocketmq.client.consume;

import java.util.HashMap;
import org.apache.rocketmq.client.ClientConfig;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageAccessor;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.protocol.header.ConsumerSendMsgBackRequestHeader;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives messages back, to be delivered again later: to their broker or, if that fails, as new messages to the retry topic.
 * Thread-safe; blocks. Source: client behaviour, section 10.6.
 */
public final class SendBack {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);
    /** The retry level of a first failure; later ones add the times consumed. */
    private static final int FIRST_DELAY_LEVEL = 3;

    private final MQClientInstance instance;
    private final ClientConfig config;
    private final String group;
    private final long timeoutMillis;
    private final boolean unitMode;

    public SendBack(
            MQClientInstance instance, ClientConfig config, String group, long timeoutMillis, boolean unitMode) {
        this.instance = instance;
        this.config = config;
        this.group = group;
        this.timeoutMillis = timeoutMillis;
        this.unitMode = unitMode;
    }

    /**
     * @param delayLevel -1 dead letter, 0 the broker chooses, else that level
     * @param brokerName null for the host that stored the message
     * @param toGroup the group to deliver to again
     * @throws MQClientException and others when neither the broker nor the retry topic takes the message
     */
    public void send(MessageExt message, int delayLevel, String brokerName, String toGroup, int maxReconsumeTimes)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        try {
            toBroker(message, delayLevel, brokerName, toGroup, maxReconsumeTimes);
        } catch (RemotingException | MQBrokerException | MQClientException e) {
            LOG.error("{} of group {} not given back to broker {}: {}", message, toGroup, brokerName, e.toString());
            toRetryTopic(message, message.getReconsumeTimes() + 1, maxReconsumeTimes);
        }
    }

    private void toBroker(MessageExt message, int delayLevel, String brokerName, String toGroup, int maxReconsumeTimes)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        String address = brokerName == null
                ? RemotingHelper.parseSocketAddressAddr(message.getStoreHost())
                : instance.routes().brokers().master(brokerName);
        if (address == null || address.isEmpty()) {
            throw new MQClientException("The broker[" + brokerName + "] not exist", null);
        }
        ConsumerSendMsgBackRequestHeader header = new ConsumerSendMsgBackRequestHeader();
        header.setGroup(toGroup);
        header.setOriginTopic(config.withNamespace(message.getTopic()));
        header.setOffset(message.getCommitLogOffset());
        header.setDelayLevel(delayLevel);
        header.setOriginMsgId(message.getMsgId());
        header.setMaxReconsumeTimes(maxReconsumeTimes);
        header.setUnitMode(unitMode);
        header.setBname(brokerName);
        instance.brokerApi().sendBack(address, header, timeoutMillis);
    }

    /** Sends a copy to {@code %RETRY%<group>}; the broker delivers it after its delay or makes it a dead letter. */
    @SuppressWarnings("deprecation") // Deprecated for applications; this is the instance's own use.
    public void toRetryTopic(MessageExt message, int reconsumeTimes, int maxReconsumeTimes)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        Message copy = new Message(MixAll.getRetryTopic(group), message.getBody());
        MessageAccessor.setProperties(
                copy, message.getProperties() == null ? new HashMap<>() : new HashMap<>(message.getProperties()));
        copy.setFlag(message.getFlag());
        String origin = MessageAccessor.getOriginMessageId(message);
        MessageAccessor.setOriginMessageId(copy, origin == null || origin.isBlank() ? message.getMsgId() : origin);
        MessageAccessor.putProperty(copy, MessageConst.PROPERTY_RETRY_TOPIC, config.withNamespace(message.getTopic()));
        MessageAccessor.setReconsumeTime(copy, Integer.toString(reconsumeTimes));
        MessageAccessor.setMaxReconsumeTimes(copy, Integer.toString(maxReconsumeTimes));
        MessageAccessor.clearProperty(copy, MessageConst.PROPERTY_TRANSACTION_PREPARED);
        copy.setDelayTimeLevel(FIRST_DELAY_LEVEL + message.getReconsumeTimes());
        instance.getDefaultMQProducer().send(copy);
    }
}
