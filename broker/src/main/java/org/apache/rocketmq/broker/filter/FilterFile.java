package org.apache.rocketmq.broker.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The content of consumerFilter.json. Source: store format, JSON config files. */
public final class FilterFile {
    /** Topic to the conditions of its groups. */
    private Map<String, TopicFilters> filterDataByTopic = new TreeMap<>();

    static FilterFile of(Map<String, Map<String, Entry>> entries) {
        var content = new FilterFile();
        entries.forEach((topic, groups) -> {
            var filters = new TopicFilters();
            filters.setTopic(topic);
            filters.setGroupFilterData(groups);
            content.filterDataByTopic.put(topic, filters);
        });
        return content;
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        if (filterDataByTopic != null) {
            filterDataByTopic
                    .values()
                    .forEach(filters -> entries.addAll(
                            filters.groupFilterData == null ? List.of() : filters.groupFilterData.values()));
        }
        return entries;
    }

    public Map<String, TopicFilters> getFilterDataByTopic() {
        return filterDataByTopic;
    }

    public void setFilterDataByTopic(Map<String, TopicFilters> filterDataByTopic) {
        this.filterDataByTopic = filterDataByTopic;
    }

    /** The conditions for one topic. */
    public static final class TopicFilters {
        private Map<String, Entry> groupFilterData = new TreeMap<>();
        private String topic;

        public Map<String, Entry> getGroupFilterData() {
            return groupFilterData;
        }

        public void setGroupFilterData(Map<String, Entry> groupFilterData) {
            this.groupFilterData = groupFilterData;
        }

        public String getTopic() {
            return topic;
        }

        public void setTopic(String topic) {
            this.topic = topic;
        }
    }

    /** The condition of one group; times in ms. */
    public static final class Entry {
        private BloomPositions bloomFilterData;
        private long bornTime;
        private long clientVersion;
        private String consumerGroup;
        /** 0 while its group is online. */
        private long deadTime;

        private String expression;
        private String expressionType;
        private String topic;

        static Entry of(String topic, String group, FilterTable.Filter filter) {
            var entry = new Entry();
            entry.bloomFilterData = BloomPositions.of(group, topic);
            entry.bornTime = filter.bornMillis();
            entry.clientVersion = filter.clientVersion();
            entry.consumerGroup = group;
            entry.deadTime = filter.deadSince();
            entry.expression = filter.text();
            entry.expressionType = filter.type();
            entry.topic = topic;
            return entry;
        }

        public BloomPositions getBloomFilterData() {
            return bloomFilterData;
        }

        public void setBloomFilterData(BloomPositions bloomFilterData) {
            this.bloomFilterData = bloomFilterData;
        }

        public long getBornTime() {
            return bornTime;
        }

        public void setBornTime(long bornTime) {
            this.bornTime = bornTime;
        }

        public long getClientVersion() {
            return clientVersion;
        }

        public void setClientVersion(long clientVersion) {
            this.clientVersion = clientVersion;
        }

        public String getConsumerGroup() {
            return consumerGroup;
        }

        public void setConsumerGroup(String consumerGroup) {
            this.consumerGroup = consumerGroup;
        }

        /** Derived, for those who read the file. */
        public boolean isDead() {
            return deadTime > 0;
        }

        public long getDeadTime() {
            return deadTime;
        }

        public void setDeadTime(long deadTime) {
            this.deadTime = deadTime;
        }

        public String getExpression() {
            return expression;
        }

        public void setExpression(String expression) {
            this.expression = expression;
        }

        public String getExpressionType() {
            return expressionType;
        }

        public void setExpressionType(String expressionType) {
            this.expressionType = expressionType;
        }

        public String getTopic() {
            return topic;
        }

        public void setTopic(String topic) {
            this.topic = topic;
        }
    }
}
