package org.apache.rocketmq.broker.filter.sql;

import org.apache.rocketmq.common.message.PropertyScanner;

/**
 * A compiled condition on message properties. Immutable, thread-safe. Source: broker specification, SQL92 filter.
 */
public final class SqlExpression {
    private final Node root;

    private SqlExpression(Node root) {
        this.root = root;
    }

    /** @throws SqlException saying what is wrong and where */
    public static SqlExpression compile(String text) throws SqlException {
        return new SqlExpression(new SqlParser(text).selector());
    }

    /**
     * Whether the condition is true. Neither unknown nor a comparison that fails is a match.
     *
     * @param properties wrapped around the encoded properties of a message; moved
     */
    public boolean matches(PropertyScanner properties) {
        try {
            return Boolean.TRUE.equals(root.value(properties));
        } catch (IncomparableException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
