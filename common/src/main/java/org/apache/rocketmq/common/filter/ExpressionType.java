package org.apache.rocketmq.common.filter;

/** Languages of subscription expressions. */
public class ExpressionType {
    /** SQL92-like conditions on message properties. */
    public static final String SQL92 = "SQL92";

    /** Tags joined by {@code ||}, or {@code *}. */
    public static final String TAG = "TAG";

    public ExpressionType() {}

    /** No type given means TAG. */
    public static boolean isTagType(String type) {
        return type == null || type.isEmpty() || TAG.equals(type);
    }
}
