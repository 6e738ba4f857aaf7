package org.apache.rocketmq.common.message;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What an application sends: a topic, a body and named text properties.
 *
 * <p>Not thread-safe. The field order is part of the persisted form of applications that serialize messages.
 */
public class Message implements Serializable {
    private static final long serialVersionUID = 8445773977080406428L;

    private String topic;
    private int flag;
    // A hash map on purpose: its order is visible in toString and in the encoded properties of official peers.
    private Map<String, String> properties;
    private byte[] body;
    private String transactionId;

    public Message() {}

    public Message(String topic, byte[] body) {
        this(topic, "", "", 0, body, true);
    }

    public Message(String topic, String tags, byte[] body) {
        this(topic, tags, "", 0, body, true);
    }

    public Message(String topic, String tags, String keys, byte[] body) {
        this(topic, tags, keys, 0, body, true);
    }

    public Message(String topic, String tags, String keys, int flag, byte[] body, boolean waitStoreMsgOK) {
        this.topic = topic;
        this.flag = flag;
        this.body = body;
        if (tags != null && !tags.isEmpty()) {
            putProperty(MessageConst.PROPERTY_TAGS, tags);
        }
        if (keys != null && !keys.isEmpty()) {
            putProperty(MessageConst.PROPERTY_KEYS, keys);
        }
        putProperty(MessageConst.PROPERTY_WAIT_STORE_MSG_OK, Boolean.toString(waitStoreMsgOK));
    }

    public String getTopic() {
        return topic;
    }

    public void setTopic(String topic) {
        this.topic = topic;
    }

    /** The application's own number, carried untouched. */
    public int getFlag() {
        return flag;
    }

    public void setFlag(int flag) {
        this.flag = flag;
    }

    public byte[] getBody() {
        return body;
    }

    public void setBody(byte[] body) {
        this.body = body;
    }

    public String getTransactionId() {
        return transactionId;
    }

    public void setTransactionId(String transactionId) {
        this.transactionId = transactionId;
    }

    /** The live property map, or null when nothing was ever set. */
    public Map<String, String> getProperties() {
        return properties;
    }

    void setProperties(Map<String, String> properties) {
        this.properties = properties;
    }

    void putProperty(String name, String value) {
        if (properties == null) {
            properties = new HashMap<>();
        }
        properties.put(name, value);
    }

    void clearProperty(String name) {
        if (properties != null) {
            properties.remove(name);
        }
    }

    public String getProperty(String name) {
        return properties == null ? null : properties.get(name);
    }

    /**
     * Sets a property of the application.
     *
     * @throws RuntimeException if the name is reserved ({@link MessageConst#STRING_HASH_SET})
     * @throws IllegalArgumentException if name or value is null or blank
     */
    public void putUserProperty(String name, String value) {
        if (MessageConst.STRING_HASH_SET.contains(name)) {
            throw new RuntimeException("The Property<" + name + "> is used by system, input another please");
        }
        if (name == null || name.isBlank() || value == null || value.isBlank()) {
            throw new IllegalArgumentException("The name or value of property can not be null or blank string!");
        }
        putProperty(name, value);
    }

    public String getUserProperty(String name) {
        return getProperty(name);
    }

    public String getTags() {
        return getProperty(MessageConst.PROPERTY_TAGS);
    }

    public void setTags(String tags) {
        putProperty(MessageConst.PROPERTY_TAGS, tags);
    }

    /** Index keys separated by single blanks, or null. */
    public String getKeys() {
        return getProperty(MessageConst.PROPERTY_KEYS);
    }

    public void setKeys(String keys) {
        putProperty(MessageConst.PROPERTY_KEYS, keys);
    }

    public void setKeys(Collection<String> keyCollection) {
        setKeys(String.join(MessageConst.KEY_SEPARATOR, keyCollection));
    }

    /** The delay level 1..n, 0 for no delay. */
    public int getDelayTimeLevel() {
        String level = getProperty(MessageConst.PROPERTY_DELAY_TIME_LEVEL);
        return level == null ? 0 : Integer.parseInt(level);
    }

    public void setDelayTimeLevel(int level) {
        putProperty(MessageConst.PROPERTY_DELAY_TIME_LEVEL, String.valueOf(level));
    }

    /** Whether the sender wants the answer only after flush and replication; true unless set otherwise. */
    public boolean isWaitStoreMsgOK() {
        String wait = getProperty(MessageConst.PROPERTY_WAIT_STORE_MSG_OK);
        return wait == null || Boolean.parseBoolean(wait);
    }

    public void setWaitStoreMsgOK(boolean waitStoreMsgOK) {
        putProperty(MessageConst.PROPERTY_WAIT_STORE_MSG_OK, Boolean.toString(waitStoreMsgOK));
    }

    public void setInstanceId(String instanceId) {
        putProperty(MessageConst.PROPERTY_INSTANCE_ID, instanceId);
    }

    public String getBuyerId() {
        return getProperty(MessageConst.PROPERTY_BUYER_ID);
    }

    public void setBuyerId(String buyerId) {
        putProperty(MessageConst.PROPERTY_BUYER_ID, buyerId);
    }

    @Override
    public String toString() {
        return "Message{topic='" + topic + "', flag=" + flag + ", properties=" + properties + ", body="
                + Arrays.toString(body) + ", transactionId='" + transactionId + "'}";
    }
}
