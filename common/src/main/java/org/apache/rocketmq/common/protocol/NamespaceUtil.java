package org.apache.rocketmq.common.protocol;

import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.topic.TopicValidator;

/**
 * Puts a namespace before topic and group names and takes it off again: {@code ns%T}, {@code %RETRY%ns%g},
 * {@code %DLQ%ns%g}. System names are left alone. Source: client library, namespaces.
 */
public class NamespaceUtil {
    public static final char NAMESPACE_SEPARATOR = '%';
    public static final String STRING_BLANK = "";
    public static final int RETRY_PREFIX_LENGTH = MixAll.RETRY_GROUP_TOPIC_PREFIX.length();
    public static final int DLQ_PREFIX_LENGTH = MixAll.DLQ_GROUP_TOPIC_PREFIX.length();

    public NamespaceUtil() {}

    /** The name without whatever stands before its first separator. */
    public static String withoutNamespace(String resourceWithNamespace) {
        if (resourceWithNamespace == null || resourceWithNamespace.isEmpty() || isSystem(resourceWithNamespace)) {
            return resourceWithNamespace;
        }
        String prefix = prefixOf(resourceWithNamespace);
        String name = resourceWithNamespace.substring(prefix.length());
        int separator = name.indexOf(NAMESPACE_SEPARATOR);
        return separator > 0 ? prefix + name.substring(separator + 1) : resourceWithNamespace;
    }

    /** The name without the given namespace; unchanged if it is in another one. */
    public static String withoutNamespace(String resourceWithNamespace, String namespace) {
        if (resourceWithNamespace == null
                || resourceWithNamespace.isEmpty()
                || namespace == null
                || namespace.isEmpty()) {
            return resourceWithNamespace;
        }
        String prefix = prefixOf(resourceWithNamespace);
        return resourceWithNamespace.startsWith(namespace + NAMESPACE_SEPARATOR, prefix.length())
                ? withoutNamespace(resourceWithNamespace)
                : resourceWithNamespace;
    }

    /** The name in the given namespace; unchanged if it is a system name or already in it. */
    public static String wrapNamespace(String namespace, String resourceWithOutNamespace) {
        if (namespace == null
                || namespace.isEmpty()
                || resourceWithOutNamespace == null
                || resourceWithOutNamespace.isEmpty()
                || isSystem(resourceWithOutNamespace)
                || isAlreadyWithNamespace(resourceWithOutNamespace, namespace)) {
            return resourceWithOutNamespace;
        }
        String prefix = prefixOf(resourceWithOutNamespace);
        return prefix + namespace + NAMESPACE_SEPARATOR + resourceWithOutNamespace.substring(prefix.length());
    }

    public static boolean isAlreadyWithNamespace(String resource, String namespace) {
        if (namespace == null || namespace.isEmpty() || resource == null || resource.isEmpty() || isSystem(resource)) {
            return false;
        }
        return resource.startsWith(
                namespace + NAMESPACE_SEPARATOR, prefixOf(resource).length());
    }

    /** The retry topic of a group in a namespace, null without a group. */
    public static String wrapNamespaceAndRetry(String namespace, String consumerGroup) {
        if (consumerGroup == null || consumerGroup.isEmpty()) {
            return null;
        }
        return MixAll.RETRY_GROUP_TOPIC_PREFIX + wrapNamespace(namespace, consumerGroup);
    }

    /** The namespace a name is in, empty if none. */
    public static String getNamespaceFromResource(String resource) {
        if (resource == null || resource.isEmpty() || isSystem(resource)) {
            return STRING_BLANK;
        }
        String name = resource.substring(prefixOf(resource).length());
        int separator = name.indexOf(NAMESPACE_SEPARATOR);
        return separator > 0 ? name.substring(0, separator) : STRING_BLANK;
    }

    public static boolean isRetryTopic(String resource) {
        return resource != null && resource.startsWith(MixAll.RETRY_GROUP_TOPIC_PREFIX);
    }

    public static boolean isDLQTopic(String resource) {
        return resource != null && resource.startsWith(MixAll.DLQ_GROUP_TOPIC_PREFIX);
    }

    private static boolean isSystem(String resource) {
        return TopicValidator.isSystemTopic(resource) || MixAll.isSysConsumerGroup(resource);
    }

    private static String prefixOf(String resource) {
        if (isRetryTopic(resource)) {
            return MixAll.RETRY_GROUP_TOPIC_PREFIX;
        }
        return isDLQTopic(resource) ? MixAll.DLQ_GROUP_TOPIC_PREFIX : STRING_BLANK;
    }
}
