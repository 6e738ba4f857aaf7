package org.apache.rocketmq.common;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.URL;
import java.net.URLConnection;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.file.FileReplacement;
import org.apache.rocketmq.logging.InternalLogger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names that all parts share, and small helpers that applications use. Thread-safe. */
public class MixAll {
    public static final String ROCKETMQ_HOME_ENV = "ROCKETMQ_HOME";
    public static final String ROCKETMQ_HOME_PROPERTY = "rocketmq.home.dir";
    public static final String NAMESRV_ADDR_ENV = "NAMESRV_ADDR";
    public static final String NAMESRV_ADDR_PROPERTY = "rocketmq.namesrv.addr";
    public static final String MESSAGE_COMPRESS_TYPE = "rocketmq.message.compressType";
    public static final String MESSAGE_COMPRESS_LEVEL = "rocketmq.message.compressLevel";
    public static final String DEFAULT_NAMESRV_ADDR_LOOKUP = "jmenv.tbsite.net";
    public static final String WS_DOMAIN_NAME =
            System.getProperty("rocketmq.namesrv.domain", DEFAULT_NAMESRV_ADDR_LOOKUP);
    public static final String WS_DOMAIN_SUBGROUP = System.getProperty("rocketmq.namesrv.domain.subgroup", "nsaddr");
    public static final String DEFAULT_PRODUCER_GROUP = "DEFAULT_PRODUCER";
    public static final String DEFAULT_CONSUMER_GROUP = "DEFAULT_CONSUMER";
    public static final String TOOLS_CONSUMER_GROUP = "TOOLS_CONSUMER";
    public static final String SCHEDULE_CONSUMER_GROUP = "SCHEDULE_CONSUMER";
    public static final String FILTERSRV_CONSUMER_GROUP = "FILTERSRV_CONSUMER";
    public static final String MONITOR_CONSUMER_GROUP = "__MONITOR_CONSUMER";
    public static final String CLIENT_INNER_PRODUCER_GROUP = "CLIENT_INNER_PRODUCER";
    public static final String SELF_TEST_PRODUCER_GROUP = "SELF_TEST_P_GROUP";
    public static final String SELF_TEST_CONSUMER_GROUP = "SELF_TEST_C_GROUP";
    public static final String ONS_HTTP_PROXY_GROUP = "CID_ONS-HTTP-PROXY";
    public static final String CID_ONSAPI_PERMISSION_GROUP = "CID_ONSAPI_PERMISSION";
    public static final String CID_ONSAPI_OWNER_GROUP = "CID_ONSAPI_OWNER";
    public static final String CID_ONSAPI_PULL_GROUP = "CID_ONSAPI_PULL";
    public static final String CID_RMQ_SYS_PREFIX = "CID_RMQ_SYS_";
    public static final List<String> LOCAL_INET_ADDRESS = getLocalInetAddress();
    public static final String LOCALHOST = localhost();
    public static final String DEFAULT_CHARSET = "UTF-8";
    public static final long MASTER_ID = 0L;
    public static final long CURRENT_JVM_PID = getPID();
    public static final String RETRY_GROUP_TOPIC_PREFIX = "%RETRY%";
    public static final String DLQ_GROUP_TOPIC_PREFIX = "%DLQ%";
    public static final String REPLY_TOPIC_POSTFIX = "REPLY_TOPIC";
    public static final String UNIQUE_MSG_QUERY_FLAG = "_UNIQUE_KEY_QUERY";
    public static final String DEFAULT_TRACE_REGION_ID = "DefaultRegion";
    public static final String CONSUME_CONTEXT_TYPE = "ConsumeContextType";
    public static final String CID_SYS_RMQ_TRANS = "CID_RMQ_SYS_TRANS";
    public static final String ACL_CONF_TOOLS_FILE = "/conf/tools.yml";
    public static final String REPLY_MESSAGE_FLAG = "reply";
    public static final String LMQ_PREFIX = "%LMQ%";
    public static final String MULTI_DISPATCH_QUEUE_SPLITTER = ",";
    public static final String REQ_T = "ReqT";

    private static final String LOOPBACK = "127.0.0.1";

    private static final Logger log = LoggerFactory.getLogger(LoggerName.COMMON_LOGGER_NAME);

    public MixAll() {}

    /** The HTTP address that tells the name servers. Source: client library, name server discovery by HTTP. */
    public static String getWSAddr() {
        String domain = System.getProperty("rocketmq.namesrv.domain", DEFAULT_NAMESRV_ADDR_LOOKUP);
        String subgroup = System.getProperty("rocketmq.namesrv.domain.subgroup", "nsaddr");
        return "http://" + domain + (domain.contains(":") ? "" : ":8080") + "/rocketmq/" + subgroup;
    }

    public static String getRetryTopic(String consumerGroup) {
        return RETRY_GROUP_TOPIC_PREFIX + consumerGroup;
    }

    public static String getDLQTopic(String consumerGroup) {
        return DLQ_GROUP_TOPIC_PREFIX + consumerGroup;
    }

    public static String getReplyTopic(String clusterName) {
        return clusterName + "_" + REPLY_TOPIC_POSTFIX;
    }

    public static boolean isSysConsumerGroup(String consumerGroup) {
        return consumerGroup.startsWith(CID_RMQ_SYS_PREFIX);
    }

    public static boolean isLmq(String lmqMetaData) {
        return lmqMetaData != null && lmqMetaData.startsWith(LMQ_PREFIX);
    }

    /** The broker's fast port (two below the advertised one) if asked for, else the address as it is. */
    public static String brokerVIPChannel(boolean isChange, String brokerAddr) {
        if (!isChange) {
            return brokerAddr;
        }
        int colon = brokerAddr.lastIndexOf(':');
        return brokerAddr.substring(0, colon + 1) + (Integer.parseInt(brokerAddr.substring(colon + 1)) - 2);
    }

    public static long getPID() {
        return ProcessHandle.current().pid();
    }

    /** Durably replaces a file, keeping its former content as {@code .bak}; see {@link FileReplacement}. */
    public static void string2File(String str, String fileName) throws IOException {
        FileReplacement.replace(Path.of(fileName), str);
    }

    /** Writes a file in place, without a copy or fsync: for output that can be made again. */
    public static void string2FileNotSafe(String str, String fileName) throws IOException {
        Path file = Path.of(fileName).toAbsolutePath();
        Files.createDirectories(file.getParent());
        Files.writeString(file, str, StandardCharsets.UTF_8);
    }

    /** The file's text (UTF-8), or null if there is no such file. */
    public static String file2String(String fileName) throws IOException {
        return file2String(new File(fileName));
    }

    public static String file2String(File file) throws IOException {
        // Bytes that are no UTF-8 become U+FFFD instead of an error: whoever parses the text names the damage better.
        return file.exists() ? new String(Files.readAllBytes(file.toPath()), StandardCharsets.UTF_8) : null;
    }

    /** The text behind a URL (UTF-8), or null if it cannot be read. */
    public static String file2String(URL url) {
        try {
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            log.warn("cannot read {}", url, e);
            return null;
        }
    }

    public static void printObjectProperties(InternalLogger logger, Object object) {
        printObjectProperties(logger, object, false);
    }

    /** Logs {@code name=value} per property, or only those whose field is marked important. */
    public static void printObjectProperties(InternalLogger logger, Object object, boolean onlyImportantField) {
        BeanProperties.fields(object, onlyImportantField).forEach((name, value) -> {
            String line = name + "=" + (value == null ? "" : value);
            if (logger == null) {
                log.info(line);
            } else {
                logger.info(line);
            }
        });
    }

    /** Lines {@code name=value}; properties without a value are left out. */
    public static String properties2String(Properties properties) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Object, Object> entry : properties.entrySet()) {
            if (entry.getValue() != null) {
                text.append(entry.getKey()).append('=').append(entry.getValue()).append('\n');
            }
        }
        return text.toString();
    }

    /** Reads the properties format; null if it is malformed. */
    public static Properties string2Properties(String str) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(str));
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            log.error("malformed properties text", e);
            return null;
        }
    }

    /** Every property of a bean that has a value, as text. */
    public static Properties object2Properties(Object object) {
        Properties properties = new Properties();
        BeanProperties.fields(object, false).forEach((name, value) -> {
            if (value != null) {
                properties.setProperty(name, value.toString());
            }
        });
        return properties;
    }

    /** Calls the setters for which the properties have a value of a fitting type; others are left as they are. */
    public static void properties2Object(Properties p, Object object) {
        BeanProperties.set(p, object);
    }

    public static boolean isPropertiesEqual(Properties p1, Properties p2) {
        return p1.equals(p2);
    }

    /** All addresses of this machine, loopback included. */
    public static List<String> getLocalInetAddress() {
        List<String> addresses = new ArrayList<>();
        try {
            for (InetAddress address : LocalAddress.all(false)) {
                addresses.add(address.getHostAddress());
            }
        } catch (SocketException e) {
            throw new IllegalStateException("cannot list the addresses of this machine", e);
        }
        return addresses;
    }

    /** The host's own address; loopback on a machine whose name does not resolve and that has no network. */
    private static String localhost() {
        try {
            return InetAddress.getLocalHost().getHostAddress();
        } catch (UnknownHostException unresolved) {
            try {
                String candidate = getLocalhostByNetworkInterface();
                return candidate == null ? LOOPBACK : candidate;
            } catch (SocketException e) {
                return LOOPBACK;
            }
        }
    }

    /** The first IPv4 address outside 127.0 and 192.168, else the last one, else the first IPv6; null if none. */
    public static String getLocalhostByNetworkInterface() throws SocketException {
        return LocalAddress.choose(LocalAddress.nonLoopback(true));
    }

    /** Raises the target to the value; false if it is already there or beyond. */
    public static boolean compareAndIncreaseOnly(AtomicLong target, long value) {
        long seen = target.get();
        while (value > seen) {
            if (target.compareAndSet(seen, value)) {
                return true;
            }
            seen = target.get();
        }
        return false;
    }

    /** For example {@code 1.5 KiB}, or {@code 1.5 kB} in SI units. */
    public static String humanReadableByteCount(long bytes, boolean si) {
        int unit = si ? 1000 : 1024;
        if (bytes < unit) {
            return bytes + " B";
        }
        int exponent = (int) (Math.log(bytes) / Math.log(unit));
        String prefix = (si ? "kMGTPE" : "KMGTPE").charAt(exponent - 1) + (si ? "" : "i");
        return String.format(Locale.ROOT, "%.1f %sB", bytes / Math.pow(unit, exponent), prefix);
    }

    /** The path with {@code .} and {@code ..} resolved, double separators removed, without a trailing separator. */
    public static String dealFilePath(String aclFilePath) {
        return Path.of(aclFilePath).normalize().toString();
    }
}
