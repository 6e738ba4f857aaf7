package org.apache.rocketmq.common.protocol.heartbeat;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** What a group wants from one topic. */
public class SubscriptionData implements Comparable<SubscriptionData> {
    /** The expression for everything. */
    public static final String SUB_ALL = "*";

    /** The expression names a filter class (no longer supported by brokers). */
    private boolean classFilterMode;

    /** Topic. */
    private String topic;

    /** The expression as the user wrote it; {@code *} for everything. */
    private String subString;

    /** The tags of a tag expression; empty for everything. */
    private Set<String> tagsSet = new HashSet<>();

    /** {@link String#hashCode} of each tag. */
    private Set<Integer> codeSet = new HashSet<>();

    /** Rises with each change of the expression, ms. */
    private long subVersion = System.currentTimeMillis();

    /** TAG or SQL92. */
    private String expressionType = "TAG";

    /** Source of the filter class; stays in the client. */
    private transient String filterClassSource;

    public SubscriptionData() {}

    public SubscriptionData(String topic, String subString) {
        this.topic = topic;
        this.subString = subString;
    }

    public boolean isClassFilterMode() {
        return classFilterMode;
    }

    public void setClassFilterMode(boolean classFilterMode) {
        this.classFilterMode = classFilterMode;
    }

    public String getTopic() {
        return topic;
    }

    public void setTopic(String topic) {
        this.topic = topic;
    }

    public String getSubString() {
        return subString;
    }

    public void setSubString(String subString) {
        this.subString = subString;
    }

    public Set<String> getTagsSet() {
        return tagsSet;
    }

    public void setTagsSet(Set<String> tagsSet) {
        this.tagsSet = tagsSet;
    }

    public Set<Integer> getCodeSet() {
        return codeSet;
    }

    public void setCodeSet(Set<Integer> codeSet) {
        this.codeSet = codeSet;
    }

    public long getSubVersion() {
        return subVersion;
    }

    public void setSubVersion(long subVersion) {
        this.subVersion = subVersion;
    }

    public String getExpressionType() {
        return expressionType;
    }

    public void setExpressionType(String expressionType) {
        this.expressionType = expressionType;
    }

    public String getFilterClassSource() {
        return filterClassSource;
    }

    public void setFilterClassSource(String filterClassSource) {
        this.filterClassSource = filterClassSource;
    }

    @Override
    public int compareTo(SubscriptionData other) {
        return (topic + "@" + subString).compareTo(other.topic + "@" + other.subString);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof SubscriptionData that
                        && classFilterMode == that.classFilterMode
                        && subVersion == that.subVersion
                        && Objects.equals(topic, that.topic)
                        && Objects.equals(subString, that.subString)
                        && Objects.equals(tagsSet, that.tagsSet)
                        && Objects.equals(codeSet, that.codeSet)
                        && Objects.equals(expressionType, that.expressionType);
    }

    @Override
    public int hashCode() {
        return Objects.hash(classFilterMode, topic, subString, tagsSet, codeSet, subVersion, expressionType);
    }

    @Override
    public String toString() {
        return "SubscriptionData [classFilterMode=" + classFilterMode + ", topic=" + topic + ", subString=" + subString
                + ", tagsSet=" + tagsSet + ", codeSet=" + codeSet + ", subVersion=" + subVersion + ", expressionType="
                + expressionType + "]";
    }
}
