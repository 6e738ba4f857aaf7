package org.apache.rocketmq.common.utils;

import java.util.regex.Pattern;
import org.apache.rocketmq.common.MixAll;

/** Name server addresses from the process's settings and from instance endpoints. Source: client library, namespaces. */
public class NameServerAddressUtils {
    public static final String INSTANCE_PREFIX = "MQ_INST_";
    public static final String INSTANCE_REGEX = INSTANCE_PREFIX + "\\w+_\\w+";
    public static final String ENDPOINT_PREFIX = "(\\w+://|)";
    public static final Pattern NAMESRV_ENDPOINT_PATTERN = Pattern.compile("^http://.*");
    public static final Pattern INST_ENDPOINT_PATTERN =
            Pattern.compile("^" + ENDPOINT_PREFIX + INSTANCE_REGEX + "\\..*");

    public NameServerAddressUtils() {}

    /** System property, else environment variable, else null. */
    public static String getNameServerAddresses() {
        return System.getProperty(MixAll.NAMESRV_ADDR_PROPERTY, System.getenv(MixAll.NAMESRV_ADDR_ENV));
    }

    /** Whether the address names an instance, as in {@code http://MQ_INST_123_abc.mq.example.com:8080}. */
    public static boolean validateInstanceEndpoint(String endpoint) {
        return INST_ENDPOINT_PATTERN.matcher(endpoint).matches();
    }

    /** The text between the last slash and the first dot behind it; null without an endpoint. */
    public static String parseInstanceIdFromEndpoint(String endpoint) {
        if (endpoint == null || endpoint.isEmpty()) {
            return null;
        }
        return endpoint.substring(endpoint.lastIndexOf('/') + 1, endpoint.indexOf('.'));
    }

    /** The endpoint without its scheme; null without an endpoint. */
    public static String getNameSrvAddrFromNamesrvEndpoint(String nameSrvEndpoint) {
        if (nameSrvEndpoint == null || nameSrvEndpoint.isEmpty()) {
            return null;
        }
        return nameSrvEndpoint.substring(nameSrvEndpoint.lastIndexOf('/') + 1);
    }
}
