package org.apache.rocketmq.common.filter;

import java.net.URL;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;

/** Turns what a user subscribes to into what travels in heartbeats and pulls. */
public class FilterAPI {
    private static final String TAG_SEPARATOR = "\\|\\|";

    /** Where the source of a class lies on the class path; null when it is not there. */
    public static URL classFile(String className) {
        return FilterAPI.class.getClassLoader().getResource(simpleClassName(className) + ".java");
    }

    /** The part of a class name after its package. */
    public static String simpleClassName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /**
     * A subscription by tags: null, empty and {@code *} mean everything, else tags joined by {@code ||}.
     *
     * @throws Exception {@code subString split error} when there are separators and nothing else
     */
    public static SubscriptionData buildSubscriptionData(String topic, String subString) throws Exception {
        SubscriptionData subscription = new SubscriptionData(topic, subString);
        if (subString == null || subString.isEmpty() || subString.equals(SubscriptionData.SUB_ALL)) {
            subscription.setSubString(SubscriptionData.SUB_ALL);
            return subscription;
        }
        String[] tags = subString.split(TAG_SEPARATOR);
        if (tags.length == 0) {
            throw new Exception("subString split error");
        }
        for (String tag : tags) {
            String trimmed = tag.trim();
            if (!trimmed.isEmpty()) {
                subscription.getTagsSet().add(trimmed);
                subscription.getCodeSet().add(trimmed.hashCode());
            }
        }
        return subscription;
    }

    /**
     * A subscription by an expression of the given type; null or TAG is {@link #buildSubscriptionData}.
     *
     * @throws IllegalArgumentException {@code Expression can't be null! <type>} when there is none
     */
    public static SubscriptionData build(String topic, String subString, String type) throws Exception {
        if (type == null || ExpressionType.TAG.equals(type)) {
            return buildSubscriptionData(topic, subString);
        }
        if (subString == null || subString.isEmpty()) {
            throw new IllegalArgumentException("Expression can't be null! " + type);
        }
        SubscriptionData subscription = new SubscriptionData(topic, subString);
        subscription.setExpressionType(type);
        return subscription;
    }
}
