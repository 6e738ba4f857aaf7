package org.apache.rocketmq.broker.filter.sql;

/** An expression that cannot be compiled. Its message is what consumers get to see. */
public final class SqlException extends Exception {
    private static final long serialVersionUID = 1;

    private SqlException(String message) {
        super(message);
    }

    /** There is no such language. */
    public static SqlException unknownType(String type) {
        return new SqlException("unknown expression type " + type + ", messages are filtered by TAG or SQL92");
    }

    /** The text breaks the grammar. The name of the class is part of the answer clients of the 4.9 line know. */
    static SqlException syntax(String text) {
        return new SqlException("org.apache.rocketmq.filter.parser.ParseException: " + text);
    }

    /** The text has a character that belongs to no token. */
    static SqlException lexical(String text) {
        return new SqlException("org.apache.rocketmq.filter.parser.TokenMgrError: " + text);
    }

    /** The grammar is kept, but the operation makes no sense. */
    static SqlException meaning(String text) {
        return new SqlException("java.lang.RuntimeException: " + text);
    }
}
