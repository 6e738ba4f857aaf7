package org.apache.rocketmq.client.consumer;

import java.util.Set;
import org.apache.rocketmq.client.MQAdmin;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.exception.RemotingException;

/** What push and pull consumers share. */
public interface MQConsumer extends MQAdmin {
    /** Gives a message back to be delivered again after {@code delayLevel} (0 = the broker chooses, -1 = dead letter). */
    @Deprecated
    void sendMessageBack(MessageExt msg, int delayLevel)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;

    void sendMessageBack(MessageExt msg, int delayLevel, String brokerName)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;

    /** The readable queues of a topic. */
    Set<MessageQueue> fetchSubscribeMessageQueues(String topic) throws MQClientException;
}
