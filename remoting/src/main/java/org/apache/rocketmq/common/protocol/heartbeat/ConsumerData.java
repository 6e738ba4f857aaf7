package org.apache.rocketmq.common.protocol.heartbeat;

import java.util.HashSet;
import java.util.Set;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;

/** A consumer group in a heartbeat. */
public class ConsumerData {
    /** Consumer group. */
    private String groupName;

    /** Pull or push. */
    private ConsumeType consumeType;

    /** Clustering or broadcasting. */
    private MessageModel messageModel;

    /** Where a new group starts. */
    private ConsumeFromWhere consumeFromWhere;

    /** What the group subscribes to, its retry topic included. */
    private Set<SubscriptionData> subscriptionDataSet = new HashSet<>();

    /** The client belongs to a unit. */
    private boolean unitMode;

    public String getGroupName() {
        return groupName;
    }

    public void setGroupName(String groupName) {
        this.groupName = groupName;
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

    public Set<SubscriptionData> getSubscriptionDataSet() {
        return subscriptionDataSet;
    }

    public void setSubscriptionDataSet(Set<SubscriptionData> subscriptionDataSet) {
        this.subscriptionDataSet = subscriptionDataSet;
    }

    public boolean isUnitMode() {
        return unitMode;
    }

    public void setUnitMode(boolean unitMode) {
        this.unitMode = unitMode;
    }

    @Override
    public String toString() {
        return "ConsumerData [groupName=" + groupName + ", consumeType=" + consumeType + ", messageModel="
                + messageModel
                + ", consumeFromWhere=" + consumeFromWhere + ", unitMode=" + unitMode + ", subscriptionDataSet="
                + subscriptionDataSet + "]";
    }
}
