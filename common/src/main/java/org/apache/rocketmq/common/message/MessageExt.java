package org.apache.rocketmq.common.message;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import org.apache.rocketmq.common.TopicFilterType;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;

/** A stored message: what the sender gave plus what the broker added. Not thread-safe. */
public class MessageExt extends Message {
    private static final long serialVersionUID = 5720810158625748049L;

    private String brokerName;
    private int queueId;
    private int storeSize;
    private long queueOffset;
    private int sysFlag;
    private long bornTimestamp;
    private SocketAddress bornHost;
    private long storeTimestamp;
    private SocketAddress storeHost;
    private String msgId;
    private long commitLogOffset;
    private int bodyCRC;
    private int reconsumeTimes;
    private long preparedTransactionOffset;

    public MessageExt() {}

    public MessageExt(
            int queueId,
            long bornTimestamp,
            SocketAddress bornHost,
            long storeTimestamp,
            SocketAddress storeHost,
            String msgId) {
        this.queueId = queueId;
        this.bornTimestamp = bornTimestamp;
        this.bornHost = bornHost;
        this.storeTimestamp = storeTimestamp;
        this.storeHost = storeHost;
        this.msgId = msgId;
    }

    public static TopicFilterType parseTopicFilterType(int sysFlag) {
        return (sysFlag & MessageSysFlag.MULTI_TAGS_FLAG) != 0 ? TopicFilterType.MULTI_TAG : TopicFilterType.SINGLE_TAG;
    }

    /** A new buffer with 4 or 16 address bytes and the port as int32, ready to be read. */
    public static ByteBuffer socketAddress2ByteBuffer(SocketAddress socketAddress) {
        boolean v4 = ((InetSocketAddress) socketAddress).getAddress() instanceof Inet4Address;
        return socketAddress2ByteBuffer(socketAddress, ByteBuffer.allocate(v4 ? 8 : 20));
    }

    /** Puts 4 or 16 address bytes and the port as int32 into the given buffer and flips it. */
    public static ByteBuffer socketAddress2ByteBuffer(SocketAddress socketAddress, ByteBuffer byteBuffer) {
        InetSocketAddress address = (InetSocketAddress) socketAddress;
        byteBuffer.put(address.getAddress().getAddress());
        byteBuffer.putInt(address.getPort());
        return byteBuffer.flip();
    }

    public ByteBuffer getBornHostBytes() {
        return socketAddress2ByteBuffer(bornHost);
    }

    public ByteBuffer getBornHostBytes(ByteBuffer byteBuffer) {
        return socketAddress2ByteBuffer(bornHost, byteBuffer);
    }

    public ByteBuffer getStoreHostBytes() {
        return socketAddress2ByteBuffer(storeHost);
    }

    public ByteBuffer getStoreHostBytes(ByteBuffer byteBuffer) {
        return socketAddress2ByteBuffer(storeHost, byteBuffer);
    }

    /** The name of the broker this copy came from; not part of the record, filled in by the consumer. */
    public String getBrokerName() {
        return brokerName;
    }

    public void setBrokerName(String brokerName) {
        this.brokerName = brokerName;
    }

    public int getQueueId() {
        return queueId;
    }

    public void setQueueId(int queueId) {
        this.queueId = queueId;
    }

    /** Size of the whole record in bytes. */
    public int getStoreSize() {
        return storeSize;
    }

    public void setStoreSize(int storeSize) {
        this.storeSize = storeSize;
    }

    /** Position in its queue, counted in messages. */
    public long getQueueOffset() {
        return queueOffset;
    }

    public void setQueueOffset(long queueOffset) {
        this.queueOffset = queueOffset;
    }

    public int getSysFlag() {
        return sysFlag;
    }

    public void setSysFlag(int sysFlag) {
        this.sysFlag = sysFlag;
    }

    /** Milliseconds since the epoch by the sender's clock. */
    public long getBornTimestamp() {
        return bornTimestamp;
    }

    public void setBornTimestamp(long bornTimestamp) {
        this.bornTimestamp = bornTimestamp;
    }

    public SocketAddress getBornHost() {
        return bornHost;
    }

    public void setBornHost(SocketAddress bornHost) {
        this.bornHost = bornHost;
    }

    /** The sender's address without port, or null if unknown. */
    public String getBornHostString() {
        if (bornHost == null) {
            return null;
        }
        InetAddress address = ((InetSocketAddress) bornHost).getAddress();
        return address == null ? null : address.getHostAddress();
    }

    /** The sender's host name if known without a look-up, else its address; null if unknown. */
    public String getBornHostNameString() {
        return bornHost == null ? null : ((InetSocketAddress) bornHost).getHostString();
    }

    /** Milliseconds since the epoch by the broker's clock. */
    public long getStoreTimestamp() {
        return storeTimestamp;
    }

    public void setStoreTimestamp(long storeTimestamp) {
        this.storeTimestamp = storeTimestamp;
    }

    public SocketAddress getStoreHost() {
        return storeHost;
    }

    public void setStoreHost(SocketAddress storeHost) {
        this.storeHost = storeHost;
    }

    public String getMsgId() {
        return msgId;
    }

    public void setMsgId(String msgId) {
        this.msgId = msgId;
    }

    /** Physical offset of the record's first byte in the commit log. */
    public long getCommitLogOffset() {
        return commitLogOffset;
    }

    public void setCommitLogOffset(long commitLogOffset) {
        this.commitLogOffset = commitLogOffset;
    }

    /** CRC-32 of the body as stored, without its top bit. */
    public int getBodyCRC() {
        return bodyCRC;
    }

    public void setBodyCRC(int bodyCRC) {
        this.bodyCRC = bodyCRC;
    }

    public int getReconsumeTimes() {
        return reconsumeTimes;
    }

    public void setReconsumeTimes(int reconsumeTimes) {
        this.reconsumeTimes = reconsumeTimes;
    }

    /** Physical offset of the half message that a committed message came from, else 0. */
    public long getPreparedTransactionOffset() {
        return preparedTransactionOffset;
    }

    public void setPreparedTransactionOffset(long preparedTransactionOffset) {
        this.preparedTransactionOffset = preparedTransactionOffset;
    }

    public void setStoreHostAddressV6Flag() {
        sysFlag |= MessageSysFlag.STOREHOSTADDRESS_V6_FLAG;
    }

    public void setBornHostV6Flag() {
        sysFlag |= MessageSysFlag.BORNHOST_V6_FLAG;
    }

    @Override
    public String toString() {
        return "MessageExt [brokerName=" + brokerName + ", queueId=" + queueId + ", storeSize=" + storeSize
                + ", queueOffset=" + queueOffset + ", sysFlag=" + sysFlag + ", bornTimestamp=" + bornTimestamp
                + ", bornHost=" + bornHost + ", storeTimestamp=" + storeTimestamp + ", storeHost=" + storeHost
                + ", msgId=" + msgId + ", commitLogOffset=" + commitLogOffset + ", bodyCRC=" + bodyCRC
                + ", reconsumeTimes=" + reconsumeTimes + ", preparedTransactionOffset=" + preparedTransactionOffset
                + ", toString()=" + super.toString() + "]";
    }
}
