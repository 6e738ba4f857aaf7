package org.apache.rocketmq.broker.put;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.apache.rocketmq.common.message.RecordLayout;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;
import org.apache.rocketmq.store.MessageToStore;

/**
 * Makes messages out of records that are stored once more: delivered, committed, put back. Source: store format, commit log
 * record.
 */
public final class StoredRecord {
    private static final int HOST_BITS = MessageSysFlag.BORNHOST_V6_FLAG | MessageSysFlag.STOREHOSTADDRESS_V6_FLAG;

    private StoredRecord() {}

    /** Whether a message record begins at the buffer's position. */
    public static boolean isMessage(ByteBuffer record) {
        return record.remaining() >= RecordLayout.FIXED_BYTES
                && RecordLayout.magic(record, record.position()) == RecordLayout.MESSAGE_MAGIC;
    }

    /**
     * The same message once more, waiting for nothing. Its body stays where the record is, so the record must be held until
     * the put has returned.
     *
     * @param record position at its start; not moved
     */
    public static MessageToStore copy(ByteBuffer record) {
        int at = record.position();
        int sysFlag = RecordLayout.sysFlag(record, at);
        var message = new MessageToStore();
        message.topic = topic(record);
        message.queueId = RecordLayout.queueId(record, at);
        message.flag = RecordLayout.flag(record, at);
        message.sysFlag = sysFlag & ~HOST_BITS;
        message.bornTimestamp = RecordLayout.bornTimestamp(record, at);
        message.bornHost = host(record, at + RecordLayout.BORN_HOST, RecordLayout.bornHostLength(sysFlag));
        message.storeHost = host(record, at + RecordLayout.storeHostAt(sysFlag), RecordLayout.storeHostLength(sysFlag));
        message.reconsumeTimes = RecordLayout.reconsumeTimes(record, at);
        message.body = record.slice(RecordLayout.bodyAt(record, at), RecordLayout.bodyLength(record, at));
        message.properties = properties(record);
        message.waitStoreOk = false;
        return message;
    }

    public static String topic(ByteBuffer record) {
        int topicAt = RecordLayout.topicAt(record, record.position());
        byte[] topic = new byte[RecordLayout.topicLength(record, topicAt)];
        record.get(topicAt, topic);
        return new String(topic, UTF_8);
    }

    /** A copy of the encoded properties. */
    public static byte[] properties(ByteBuffer record) {
        int propertiesAt = RecordLayout.propertiesAt(record, RecordLayout.topicAt(record, record.position()));
        byte[] properties = new byte[RecordLayout.propertiesLength(record, propertiesAt)];
        record.get(propertiesAt, properties);
        return properties;
    }

    private static InetSocketAddress host(ByteBuffer record, int at, int length) {
        byte[] address = new byte[length - Integer.BYTES];
        record.get(at, address);
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address), record.getInt(at + address.length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + address.length + " bytes", e);
        }
    }
}
