package org.apache.rocketmq.common;

import java.io.File;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.rocketmq.common.compression.CompressionType;
import org.apache.rocketmq.common.compression.CompressorFactory;
import org.apache.rocketmq.common.constant.LoggerName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Small helpers that applications and tools know by this name: times, hex, checksums, addresses. Thread-safe. */
public class UtilAll {
    public static final String YYYY_MM_DD_HH_MM_SS = "yyyy-MM-dd HH:mm:ss";
    public static final String YYYY_MM_DD_HH_MM_SS_SSS = "yyyy-MM-dd#HH:mm:ss:SSS";
    public static final String YYYYMMDDHHMMSS = "yyyyMMddHHmmss";

    private static final Logger log = LoggerFactory.getLogger(LoggerName.COMMON_LOGGER_NAME);
    private static final HexFormat UPPER_HEX = HexFormat.of().withUpperCase();
    private static final DateTimeFormatter DIGITS_WITH_MILLIS = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
    private static final DateTimeFormatter SPACED_WITH_MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS");
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern(YYYYMMDDHHMMSS);

    public UtilAll() {}

    public static int getPid() {
        return (int) ProcessHandle.current().pid();
    }

    /** Sleeps; an interrupt ends the sleep and stays pending. */
    public static void sleep(long sleepMs) {
        if (sleepMs < 0) {
            return;
        }
        try {
            Thread.sleep(sleepMs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static String currentStackTrace() {
        StringBuilder text = new StringBuilder();
        for (StackTraceElement frame : Thread.currentThread().getStackTrace()) {
            text.append("\n\t").append(frame);
        }
        return text.toString();
    }

    /** The name of the log file that begins at an offset: 20 digits. */
    public static String offset2FileName(long offset) {
        String digits = Long.toString(offset);
        return "0".repeat(Math.max(0, 20 - digits.length())) + digits;
    }

    public static long computeElapsedTimeMilliseconds(long beginTime) {
        return System.currentTimeMillis() - beginTime;
    }

    /** Whether the local hour is one of those listed, separated by semicolons. */
    public static boolean isItTimeToDo(String when) {
        int hour = LocalDateTime.now().getHour();
        for (String listed : when.split(";")) {
            if (!listed.isBlank() && Integer.parseInt(listed.trim()) == hour) {
                return true;
            }
        }
        return false;
    }

    public static String timeMillisToHumanString() {
        return timeMillisToHumanString(System.currentTimeMillis());
    }

    /** Local time as {@code yyyyMMddHHmmssSSS}. */
    public static String timeMillisToHumanString(long t) {
        return DIGITS_WITH_MILLIS.format(local(t));
    }

    /** Local time as {@code yyyy-MM-dd HH:mm:ss,SSS}. */
    public static String timeMillisToHumanString2(long t) {
        return SPACED_WITH_MILLIS.format(local(t));
    }

    /** Local time as {@code yyyyMMddHHmmss}. */
    public static String timeMillisToHumanString3(long t) {
        return DIGITS.format(local(t));
    }

    private static ZonedDateTime local(long millis) {
        return Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault());
    }

    /** The next local midnight. */
    public static long computeNextMorningTimeMillis() {
        return ZonedDateTime.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plusDays(1)
                .toInstant()
                .toEpochMilli();
    }

    public static long computeNextMinutesTimeMillis() {
        return ZonedDateTime.now()
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(1)
                .toInstant()
                .toEpochMilli();
    }

    public static long computeNextHourTimeMillis() {
        return ZonedDateTime.now()
                .truncatedTo(ChronoUnit.HOURS)
                .plusHours(1)
                .toInstant()
                .toEpochMilli();
    }

    /** Half past the coming hour. */
    public static long computeNextHalfHourTimeMillis() {
        return ZonedDateTime.now()
                .truncatedTo(ChronoUnit.HOURS)
                .plusMinutes(90)
                .toInstant()
                .toEpochMilli();
    }

    public static boolean isPathExists(String path) {
        return new File(path).exists();
    }

    /** Used share of the path's partition, 0 to 1, rounded up to a hundredth; -1 if it cannot be told. */
    public static double getDiskPartitionSpaceUsedPercent(String path) {
        if (path == null || path.isEmpty()) {
            return -1;
        }
        File file = new File(path);
        long total = file.exists() ? file.getTotalSpace() : 0;
        if (total <= 0) {
            return -1;
        }
        long used = total - file.getFreeSpace();
        double all = (double) used + file.getUsableSpace();
        return all <= 0 ? -1 : Math.ceil(100.0 * used / all) / 100.0;
    }

    /** CRC-32 without its top bit; 0 for null. */
    public static int crc32(byte[] array) {
        return array == null ? 0 : crc32(array, 0, array.length);
    }

    public static int crc32(byte[] array, int offset, int length) {
        CRC32 crc = new CRC32();
        crc.update(array, offset, length);
        return (int) (crc.getValue() & 0x7FFFFFFF);
    }

    /** CRC-32 without its top bit of the remaining bytes, which are consumed. */
    public static int crc32(ByteBuffer bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) (crc.getValue() & 0x7FFFFFFF);
    }

    /** Compresses with zlib. */
    public static byte[] compress(byte[] src, int level) throws IOException {
        return CompressorFactory.getCompressor(CompressionType.ZLIB).compress(src, level);
    }

    /** The inverse of {@link #compress}. */
    public static byte[] uncompress(byte[] src) throws IOException {
        return CompressorFactory.getCompressor(CompressionType.ZLIB).decompress(src);
    }

    /** The number in a text, or {@code defaultValue} if there is none. */
    public static int asInt(String str, int defaultValue) {
        try {
            return Integer.parseInt(str);
        } catch (NumberFormatException e) {
            return defaultValue;
        }
    }

    /** The number in a text, or {@code defaultValue} if there is none. */
    public static long asLong(String str, long defaultValue) {
        try {
            return Long.parseLong(str);
        } catch (NumberFormatException e) {
            return defaultValue;
        }
    }

    /** Writes eight upper-case hexadecimal digits. */
    public static void writeInt(char[] buffer, int pos, int value) {
        UPPER_HEX.toHexDigits(value, 8).getChars(0, 8, buffer, pos);
    }

    /** Writes the low 16 bits as four upper-case hexadecimal digits. */
    public static void writeShort(char[] buffer, int pos, int value) {
        UPPER_HEX.toHexDigits(value, 4).getChars(0, 4, buffer, pos);
    }

    /** Upper-case hexadecimal text. */
    public static String bytes2string(byte[] src) {
        return UPPER_HEX.formatHex(src);
    }

    /**
     * Reads hexadecimal text in any case; null for null or empty text.
     *
     * @throws IllegalArgumentException if the text is no hexadecimal
     */
    public static byte[] string2bytes(String hexString) {
        return hexString == null || hexString.isEmpty() ? null : UPPER_HEX.parseHex(hexString);
    }

    public static String formatDate(Date date, String pattern) {
        return new SimpleDateFormat(pattern).format(date);
    }

    /** The local time that the text says, or null if it does not fit the pattern. */
    public static Date parseDate(String date, String pattern) {
        try {
            return new SimpleDateFormat(pattern).parse(date);
        } catch (ParseException e) {
            return null;
        }
    }

    public static String responseCode2String(int code) {
        return Integer.toString(code);
    }

    /** At most the first {@code size} characters. */
    public static String frontStringAtLeast(String str, int size) {
        return str != null && str.length() > size ? str.substring(0, size) : str;
    }

    public static boolean isBlank(String str) {
        return str == null || str.isBlank();
    }

    public static String jstack() {
        return jstack(Thread.getAllStackTraces());
    }

    /** Per thread its name, id and state, then its frames. Source: client library, running info. */
    public static String jstack(Map<Thread, StackTraceElement[]> map) {
        StringBuilder text = new StringBuilder();
        map.forEach((thread, frames) -> {
            if (frames == null || frames.length == 0) {
                return;
            }
            String name = thread.getName();
            text.append(String.format("%-40sTID: %d STATE: %s%n", name, thread.getId(), thread.getState()));
            for (StackTraceElement frame : frames) {
                text.append(String.format("%-40s%s%n", name, frame));
            }
            text.append(System.lineSeparator());
        });
        return text.toString();
    }

    /**
     * Whether an IPv4 address lies in 10/8, 172.16/12 or 192.168/16.
     *
     * @throws RuntimeException if it has not four bytes
     */
    public static boolean isInternalIP(byte[] ip) {
        if (ip.length != 4) {
            throw new RuntimeException("illegal ipv4 bytes: " + Arrays.toString(ip));
        }
        int first = ip[0] & 0xFF;
        int second = ip[1] & 0xFF;
        return first == 10 || first == 172 && second >= 16 && second <= 31 || first == 192 && second == 168;
    }

    public static boolean isInternalV6IP(InetAddress inetAddr) {
        return inetAddr.isAnyLocalAddress()
                || inetAddr.isLinkLocalAddress()
                || inetAddr.isLoopbackAddress()
                || inetAddr.isSiteLocalAddress();
    }

    /** Dotted text, or null if it has not four bytes. */
    public static String ipToIPv4Str(byte[] ip) {
        if (ip.length != 4) {
            return null;
        }
        return (ip[0] & 0xFF) + "." + (ip[1] & 0xFF) + "." + (ip[2] & 0xFF) + "." + (ip[3] & 0xFF);
    }

    /** Eight groups of four lower-case digits, or null if it has not sixteen bytes. */
    public static String ipToIPv6Str(byte[] ip) {
        if (ip.length != 16) {
            return null;
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < ip.length; i += 2) {
            if (i > 0) {
                text.append(':');
            }
            text.append(HexFormat.of().formatHex(ip, i, i + 2));
        }
        return text.toString();
    }

    /**
     * The address in message ids: in interface order the first public IPv4 (loopback counts) or global IPv6, else the
     * first internal IPv4. Source: wire protocol, UNIQ_KEY.
     *
     * @throws RuntimeException if this machine has no address
     */
    public static byte[] getIP() {
        try {
            byte[] internal = null;
            for (InetAddress address : LocalAddress.all(false)) {
                byte[] ip = address.getAddress();
                if (address instanceof Inet4Address) {
                    if (!isInternalIP(ip)) {
                        return ip;
                    }
                    internal = internal == null ? ip : internal;
                } else if (address instanceof Inet6Address && !isInternalV6IP(address)) {
                    return ip;
                }
            }
            if (internal != null) {
                return internal;
            }
        } catch (IOException e) {
            throw new RuntimeException("Can not get local ip", e);
        }
        throw new RuntimeException("Can not get local ip");
    }

    /** Deletes a file or a folder with all in it. */
    public static void deleteFile(File file) {
        if (!file.exists()) {
            return;
        }
        File[] inside = file.listFiles();
        if (inside != null) {
            for (File child : inside) {
                deleteFile(child);
            }
        }
        if (!file.delete()) {
            log.warn("cannot delete {}", file);
        }
    }

    public static String join(List<String> list, String splitter) {
        return list == null ? null : String.join(splitter, list);
    }

    public static List<String> split(String str, String splitter) {
        return str == null ? null : Arrays.asList(str.split(splitter));
    }
}
