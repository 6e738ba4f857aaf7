package org.apache.rocketmq.common.protocol.body;

import java.util.HashSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.protocol.heartbeat.ConsumeType;
import org.apache.rocketmq.common.protocol.heartbeat.MessageModel;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Answer to GET_CONSUMER_CONNECTION_LIST. */
public class ConsumerConnection extends RemotingSerializable {
    /** Connected clients of the group. */
    private HashSet<Connection> connectionSet = new HashSet<>();

    /** Subscription per topic. */
    private ConcurrentMap<String, SubscriptionData> subscriptionTable = new ConcurrentHashMap<>();

    /** Pull or push. */
    private ConsumeType consumeType;

    /** Clustering or broadcasting. */
    private MessageModel messageModel;

    /** Where a new group starts. */
    private ConsumeFromWhere consumeFromWhere;

    public HashSet<Connection> getConnectionSet() {
        return connectionSet;
    }

    public void setConnectionSet(HashSet<Connection> connectionSet) {
        this.connectionSet = connectionSet;
    }

    public ConsumeType getConsumeType() {
        return consumeType;
    }

    public void setConsumeType(ConsumeType consumeType) {
        this.consumeType = consumeType;
    }

    public MessageModel getMessageModel() {
        return messageModel;
    }

    public void setMessageModel(MessageModel messageModel) {
        this.messageModel = messageModel;
    }

    public ConsumeFromWhere getConsumeFromWhere() {
        return consumeFromWhere;
    }

    public void setConsumeFromWhere(ConsumeFromWhere consumeFromWhere) {
        this.consumeFromWhere = consumeFromWhere;
    }

    public ConcurrentMap<String, SubscriptionData> getSubscriptionTable() {
        return subscriptionTable;
    }

    public void setSubscriptionTable(ConcurrentHashMap<String, SubscriptionData> subscriptionTable) {
        this.subscriptionTable = subscriptionTable;
    }

    /** The oldest client's version ordinal; Integer.MAX_VALUE without clients. */
    public int computeMinVersion() {
        int oldest = Integer.MAX_VALUE;
        for (Connection connection : connectionSet) {
            oldest = Math.min(oldest, connection.getVersion());
        }
        return oldest;
    }
}
