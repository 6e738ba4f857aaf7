package org.apache.rocketmq.client.instance;

import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.protocol.header.CheckTransactionStateRequestHeader;

/** What the instance needs of a producer. */
public interface ProducerPart {
    String group();

    /** Its template topic, whose route is kept fresh. */
    String templateTopic();

    /**
     * A broker asks how the transaction of {@code half} ended. Called on a callback thread; must not block. Producers
     * without transactions ignore it.
     */
    default void checkTransaction(String brokerAddress, MessageExt half, CheckTransactionStateRequestHeader header) {}
}
