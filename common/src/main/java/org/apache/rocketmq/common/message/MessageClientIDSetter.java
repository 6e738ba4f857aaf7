package org.apache.rocketmq.common.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.rocketmq.common.UtilAll;

/**
 * Makes and reads the sender's message id (property UNIQ_KEY). Thread-safe.
 *
 * <pre>hex of: ip (4 or 16) | pid (2) | a constant of the process (4) | ms since the month began (4) | counter (2)</pre>
 *
 * Months are those of the local time zone. Source: wire protocol, UNIQ_KEY.
 */
public class MessageClientIDSetter {
    private static final int IPV4_ID_CHARS = 32;
    private static final int IPV6_ID_CHARS = 56;
    private static final int CHANGING_CHARS = 12;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.ISO_8859_1);

    /** How far the clock may step back over the start of the month before the time part goes negative. */
    private static final long STEP_BACK_MILLIS = 1_000_000;

    private static final byte[] PREFIX = prefix();
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static volatile Month month = Month.of(System.currentTimeMillis());

    /** A local month: first millisecond, and first of the next. */
    private record Month(long beginMillis, long endMillis) {
        static Month of(long millis) {
            ZonedDateTime begin = Instant.ofEpochMilli(millis)
                    .atZone(ZoneId.systemDefault())
                    .truncatedTo(ChronoUnit.DAYS)
                    .withDayOfMonth(1);
            return new Month(
                    begin.toInstant().toEpochMilli(),
                    begin.plusMonths(1).toInstant().toEpochMilli());
        }
    }

    public MessageClientIDSetter() {}

    private static byte[] prefix() {
        byte[] ip;
        try {
            ip = UtilAll.getIP();
        } catch (RuntimeException e) {
            // A machine without any address still needs distinct ids.
            ip = createFakeIP();
        }
        ByteBuffer head = ByteBuffer.allocate(ip.length + Short.BYTES + Integer.BYTES);
        head.put(ip).putShort((short) UtilAll.getPid());
        head.putInt(System.identityHashCode(MessageClientIDSetter.class.getClassLoader()));
        return UtilAll.bytes2string(head.array()).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A new id: 32 characters on IPv4 machines, 56 on IPv6. */
    public static String createUniqID() {
        long now = System.currentTimeMillis();
        Month current = month;
        if (now >= current.endMillis) {
            current = Month.of(now);
            month = current;
        }
        long span = now - current.beginMillis;
        if (span < 0 && span > -STEP_BACK_MILLIS) {
            span = 0;
        }
        byte[] id = new byte[PREFIX.length + CHANGING_CHARS];
        System.arraycopy(PREFIX, 0, id, 0, PREFIX.length);
        long changing = (span & 0xFFFFFFFFL) << 16 | COUNTER.getAndIncrement() & 0xFFFF;
        for (int i = id.length - 1; i >= PREFIX.length; i--) {
            id[i] = HEX[(int) changing & 0xF];
            changing >>>= 4;
        }
        return new String(id, StandardCharsets.ISO_8859_1);
    }

    /** Gives the message an id unless it has one. */
    public static void setUniqID(Message msg) {
        if (msg.getProperty(MessageConst.PROPERTY_UNIQ_CLIENT_MESSAGE_ID_KEYIDX) == null) {
            msg.putProperty(MessageConst.PROPERTY_UNIQ_CLIENT_MESSAGE_ID_KEYIDX, createUniqID());
        }
    }

    /** The message's id, or null. */
    public static String getUniqID(Message msg) {
        return msg.getProperty(MessageConst.PROPERTY_UNIQ_CLIENT_MESSAGE_ID_KEYIDX);
    }

    /**
     * When the id was made, if that was less than a month ago. The epoch for an id of another layout (other clients
     * may set any text), so that a query from that time on finds whatever carries it.
     */
    public static Date getNearlyTimeFromID(String msgID) {
        byte[] id = bytesIfOurs(msgID);
        if (id == null) {
            return new Date(0);
        }
        long spanMillis = ByteBuffer.wrap(id).getInt(ipBytes(msgID) + Short.BYTES + Integer.BYTES) & 0xFFFFFFFFL;
        long now = System.currentTimeMillis();
        Month current = Month.of(now);
        long made = current.beginMillis + spanMillis;
        if (made > now) {
            made = Month.of(current.beginMillis - 1).beginMillis + spanMillis;
        }
        return new Date(made);
    }

    private static byte[] bytesIfOurs(String msgID) {
        if (msgID == null || msgID.length() != IPV4_ID_CHARS && msgID.length() != IPV6_ID_CHARS) {
            return null;
        }
        try {
            return UtilAll.string2bytes(msgID);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public static byte[] getIPFromID(String msgID) {
        byte[] ip = new byte[ipBytes(msgID)];
        System.arraycopy(UtilAll.string2bytes(msgID), 0, ip, 0, ip.length);
        return ip;
    }

    public static String getIPStrFromID(String msgID) {
        byte[] ip = getIPFromID(msgID);
        return ip.length == 4 ? UtilAll.ipToIPv4Str(ip) : UtilAll.ipToIPv6Str(ip);
    }

    /** The low 16 bits of the sender's process id. */
    public static int getPidFromID(String msgID) {
        return ByteBuffer.wrap(UtilAll.string2bytes(msgID)).getShort(ipBytes(msgID)) & 0xFFFF;
    }

    private static int ipBytes(String msgID) {
        return msgID.length() == IPV4_ID_CHARS ? 4 : 16;
    }

    /** Four bytes of the clock in place of an address. */
    public static byte[] createFakeIP() {
        return ByteBuffer.allocate(Integer.BYTES)
                .putInt((int) System.currentTimeMillis())
                .array();
    }
}
