package org.apache.rocketmq.store;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * A message, or a batch of them, on its way into the log. A plain carrier filled by the broker: the store encodes it into
 * records and adds queue offset, physical offset and store timestamp.
 *
 * <p>Body and properties are taken as bytes, as they came from the network, and are copied before {@link MessageStore#put}
 * returns; the carrier may be reused afterwards. Confined to the thread that puts.
 */
public final class MessageToStore {
    public String topic;
    public int queueId;
    /** Application flag. */
    public int flag;
    /** Message sysFlag without the IPv6 bits, which the store sets. */
    public int sysFlag;

    public long bornTimestamp;
    public InetSocketAddress bornHost;
    public InetSocketAddress storeHost;
    public int reconsumeTimes;
    public long preparedTransactionOffset;
    /** Body of a single message (its remaining bytes, as stored), or the batch body of the protocol when {@link #batch}. */
    public ByteBuffer body;
    /**
     * Encoded properties (name U+0001 value U+0002 ...), UTF-8, final. For a batch they are appended to the properties of
     * every entry.
     */
    public byte[] properties;
    /** Whether {@link #body} is a batch body: every entry becomes a record, all of them adjacent. */
    public boolean batch;
    /** False when the sender does not want to wait for flush and replicas. */
    public boolean waitStoreOk = true;
}
