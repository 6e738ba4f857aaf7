package org.apache.rocketmq.client.consumer;

import org.apache.rocketmq.common.filter.ExpressionType;

/** Which messages of a topic are wanted: a tag expression or a SQL condition over properties. Immutable. */
public class MessageSelector {
    private final String expressionType;
    private final String expression;

    private MessageSelector(String expressionType, String expression) {
        this.expressionType = expressionType;
        this.expression = expression;
    }

    /** A SQL92 condition; the broker checks its syntax when the consumer starts. */
    public static MessageSelector bySql(String sql) {
        return new MessageSelector(ExpressionType.SQL92, sql);
    }

    /** Tags joined by {@code ||}; null, empty or {@code *} means all. */
    public static MessageSelector byTag(String tag) {
        return new MessageSelector(ExpressionType.TAG, tag);
    }

    public String getExpressionType() {
        return expressionType;
    }

    public String getExpression() {
        return expression;
    }
}
