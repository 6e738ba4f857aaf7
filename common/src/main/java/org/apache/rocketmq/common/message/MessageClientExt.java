package org.apache.rocketmq.common.message;

/**
 * A consumed or queried message: shows the sender's id (UNIQ_KEY) as message id and keeps the offset id apart.
 *
 * <p>4.9 quirk: {@code toString} still prints the offset id as {@code msgId}.
 */
public class MessageClientExt extends MessageExt {

    public MessageClientExt() {}

    public String getOffsetMsgId() {
        return super.getMsgId();
    }

    public void setOffsetMsgId(String offsetMsgId) {
        super.setMsgId(offsetMsgId);
    }

    /** UNIQ_KEY if the message has one, else the offset id. */
    @Override
    public String getMsgId() {
        String uniqKey = getProperty(MessageConst.PROPERTY_UNIQ_CLIENT_MESSAGE_ID_KEYIDX);
        return uniqKey == null ? getOffsetMsgId() : uniqKey;
    }

    /** 4.9 quirk: ignored; both ids come from the record. */
    @Override
    public void setMsgId(String msgId) {}
}
