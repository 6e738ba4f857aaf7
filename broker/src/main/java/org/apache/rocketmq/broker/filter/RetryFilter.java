package org.apache.rocketmq.broker.filter;

import java.nio.ByteBuffer;
import java.util.function.Function;
import org.apache.rocketmq.broker.filter.sql.SqlExpression;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.PropertyScanner;
import org.apache.rocketmq.common.message.RecordLayout;
import org.apache.rocketmq.store.RecordFilter;

/**
 * Asks for messages of a retry topic what their group wants of the topic they came from ({@code filterSupportRetry}). Confined
 * to one pull.
 */
final class RetryFilter implements RecordFilter {
    private static final byte[] RETRY_TOPIC = PropertyScanner.name(MessageConst.PROPERTY_RETRY_TOPIC);

    private final RecordFilter tags;
    private final Function<String, SqlExpression> expressionOfTopic;
    private final PropertyScanner properties = new PropertyScanner();

    /** @param expressionOfTopic null for a topic without an SQL subscription */
    RetryFilter(RecordFilter tags, Function<String, SqlExpression> expressionOfTopic) {
        this.tags = tags;
        this.expressionOfTopic = expressionOfTopic;
    }

    @Override
    public boolean matchesQueueUnit(long tagsCode, byte[] bitmap) {
        return tags.matchesQueueUnit(tagsCode, bitmap);
    }

    @Override
    public boolean matchesRecord(ByteBuffer record) {
        int propertiesAt = RecordLayout.propertiesAt(record, RecordLayout.topicAt(record, record.position()));
        properties.wrap(record, propertiesAt, RecordLayout.propertiesLength(record, propertiesAt));
        if (!properties.find(RETRY_TOPIC)) {
            return true;
        }
        SqlExpression expression = expressionOfTopic.apply(properties.value());
        return expression == null || expression.matches(properties);
    }
}
