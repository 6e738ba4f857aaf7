package org.apache.rocketmq.common.protocol.body;

import java.util.HashMap;
import java.util.Map;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Answer to the consumer status requests: offsets as clients hold them. */
public class GetConsumerStatusBody extends RemotingSerializable {
    /** Offsets of the answering client (from a client). */
    private Map<MessageQueue, Long> messageQueueTable = new HashMap<>();

    /** Offsets per client id (from a broker). */
    private Map<String, Map<MessageQueue, Long>> consumerTable = new HashMap<>();

    public Map<MessageQueue, Long> getMessageQueueTable() {
        return messageQueueTable;
    }

    public void setMessageQueueTable(Map<MessageQueue, Long> messageQueueTable) {
        this.messageQueueTable = messageQueueTable;
    }

    public Map<String, Map<MessageQueue, Long>> getConsumerTable() {
        return consumerTable;
    }

    public void setConsumerTable(Map<String, Map<MessageQueue, Long>> consumerTable) {
        this.consumerTable = consumerTable;
    }
}
