package org.apache.rocketmq.broker.filter.sql;

/**
 * How values of different types are compared: a text becomes what the other side is. Source: broker specification, SQL92
 * types and evaluation.
 */
final class Values {
    private Values() {}

    /** TRUE, FALSE, or null when only the left side is unknown. */
    static Boolean equal(Object left, Object right) {
        // 4.9 quirk: two unknown values are equal, and a known one differs from an unknown one only from the left.
        if (left == null) {
            return right == null ? Boolean.TRUE : null;
        }
        if (right == null) {
            return Boolean.FALSE;
        }
        if (left.equals(right)) {
            return Boolean.TRUE;
        }
        if (left instanceof String && right instanceof String) {
            return Boolean.FALSE;
        }
        if (right instanceof Boolean) {
            return left instanceof String text
                    ? Boolean.valueOf(Boolean.valueOf(text).equals(right))
                    : Boolean.FALSE;
        }
        if (left instanceof Boolean) {
            if (right instanceof String) {
                throw IncomparableException.INSTANCE;
            }
            return Boolean.FALSE;
        }
        return compare(left, right) == 0;
    }

    /** Compares numbers, or texts that are numbers; neither may be null. */
    static int compare(Object left, Object right) {
        Object first = left;
        Object second = right;
        if (first instanceof String a && second instanceof String b) {
            first = number(a, 0.0);
            second = number(b, 0.0);
        } else if (first instanceof String text) {
            first = number(text, second);
        } else if (second instanceof String text) {
            second = number(text, first);
        }
        if (!(first instanceof Number x) || !(second instanceof Number y)) {
            throw IncomparableException.INSTANCE;
        }
        if (x instanceof Double || y instanceof Double) {
            return Double.compare(x.doubleValue(), y.doubleValue());
        }
        return Long.compare(x.longValue(), y.longValue());
    }

    /** The text as a number of the same type as {@code pattern}. */
    private static Object number(String text, Object pattern) {
        try {
            if (pattern instanceof Integer) {
                return Integer.valueOf(text);
            } else if (pattern instanceof Long) {
                return Long.valueOf(text);
            } else if (pattern instanceof Double) {
                return Double.valueOf(text);
            }
        } catch (NumberFormatException e) {
            throw IncomparableException.INSTANCE;
        }
        throw IncomparableException.INSTANCE;
    }

    static Object negative(Object value) {
        if (value instanceof Integer number) {
            return -number;
        } else if (value instanceof Long number) {
            return -number;
        } else if (value instanceof Double number) {
            return -number;
        }
        return null;
    }
}
