package org.apache.rocketmq.broker.filter;

import java.nio.ByteBuffer;
import org.apache.rocketmq.broker.filter.sql.SqlExpression;
import org.apache.rocketmq.common.message.PropertyScanner;
import org.apache.rocketmq.common.message.RecordLayout;
import org.apache.rocketmq.store.RecordFilter;

/**
 * Lets messages pass whose properties meet a condition; they are looked at where they lie in the record. Confined to one pull:
 * the thread that reads for it, or the dispatcher while it waits.
 */
final class SqlFilter implements RecordFilter, PropertyFilter {
    private final SqlExpression expression;
    private final PropertyScanner properties = new PropertyScanner();

    SqlFilter(SqlExpression expression) {
        this.expression = expression;
    }

    @Override
    public boolean matchesRecord(ByteBuffer record) {
        int propertiesAt = RecordLayout.propertiesAt(record, RecordLayout.topicAt(record, record.position()));
        int length = RecordLayout.propertiesLength(record, propertiesAt);
        return expression.matches(properties.wrap(record, propertiesAt, length));
    }

    @Override
    public boolean matchesProperties(byte[] encoded) {
        return expression.matches(new PropertyScanner().wrap(encoded, 0, encoded.length));
    }
}
