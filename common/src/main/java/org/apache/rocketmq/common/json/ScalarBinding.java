package org.apache.rocketmq.common.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Texts, numbers, booleans and enums: what a JSON scalar becomes in Java. */
final class ScalarBinding {
    private ScalarBinding() {}

    static boolean accepts(Class<?> type) {
        return type.isPrimitive()
                || type == String.class
                || type == CharSequence.class
                || type == Boolean.class
                || type == AtomicBoolean.class
                || type == Character.class
                || Number.class.isAssignableFrom(type)
                || type.isEnum();
    }

    /** What a missing value of that type is: zero or false for primitives, else null. */
    static Object absent(Class<?> type) {
        if (!type.isPrimitive()) {
            return null;
        }
        return type == boolean.class ? Boolean.FALSE : type == char.class ? (Object) '\0' : number(0L, type);
    }

    /** Null when the node stands for nothing: an empty text as a number, an unknown enum name. */
    static Object bind(Object node, Class<?> type, JsonPath path) {
        if (type == String.class || type == CharSequence.class) {
            return node instanceof Map || node instanceof List ? Json.write(node) : node.toString();
        }
        if (node instanceof Map || node instanceof List) {
            throw JsonBinder.mismatch(node, type, path);
        }
        if (type.isEnum()) {
            return constant(node, type);
        }
        if (type == boolean.class || type == Boolean.class) {
            return truth(node, type, path);
        }
        if (type == AtomicBoolean.class) {
            Boolean truth = truth(node, type, path);
            return truth == null ? null : new AtomicBoolean(truth);
        }
        if (type == char.class || type == Character.class) {
            String text = node.toString();
            return text.isEmpty() ? null : (Object) text.charAt(0);
        }
        if (node instanceof Long whole && fits(whole, type)) {
            return number(whole, type);
        }
        BigDecimal value = decimal(node, type, path);
        return value == null ? null : number(inRange(value, node, type, path), type);
    }

    /** The common case, without a detour over {@link BigDecimal}. */
    private static boolean fits(long whole, Class<?> type) {
        int bits = bitsOf(type);
        return bits == Long.SIZE || bits == Integer.SIZE && whole == (int) whole;
    }

    private static Object constant(Object node, Class<?> type) {
        Object[] constants = type.getEnumConstants();
        for (Object constant : constants) {
            if (((Enum<?>) constant).name().equalsIgnoreCase(node.toString())) {
                return constant;
            }
        }
        boolean ordinal = node instanceof Long n && n >= 0 && n < constants.length;
        return ordinal ? constants[((Long) node).intValue()] : null;
    }

    private static Boolean truth(Object node, Class<?> type, JsonPath path) {
        if (node instanceof Boolean truth) {
            return truth;
        }
        if (node instanceof Number number) {
            return number.doubleValue() != 0;
        }
        return switch (node.toString().toLowerCase(Locale.ROOT)) {
            case "true", "1", "y" -> Boolean.TRUE;
            case "false", "0", "n" -> Boolean.FALSE;
            case "", "null" -> null;
            default -> throw JsonBinder.mismatch(node, type, path);
        };
    }

    private static BigDecimal decimal(Object node, Class<?> type, JsonPath path) {
        String text = node instanceof Boolean truth ? (truth ? "1" : "0") : node.toString();
        if (text.isBlank() || text.equals("null")) {
            return null;
        }
        if (text.length() > JsonParser.MAX_NUMBER_LENGTH) {
            throw JsonBinder.mismatch(node, type, path);
        }
        try {
            return new BigDecimal(text.trim());
        } catch (NumberFormatException e) {
            throw JsonBinder.mismatch(node, type, path);
        }
    }

    /** Integers are cut to their whole part and must fit: a wrong offset is worse than an error. */
    private static Number inRange(BigDecimal value, Object node, Class<?> type, JsonPath path) {
        int bits = bitsOf(type);
        if (bits == 0) {
            return value;
        }
        int wholeDigits = value.precision() - value.scale();
        BigInteger whole = wholeDigits <= 0
                ? BigInteger.ZERO
                : wholeDigits <= 19 ? value.toBigInteger() : BigInteger.ONE.shiftLeft(Long.SIZE);
        if (whole.bitLength() >= bits) {
            throw JsonBinder.mismatch(node, type, path);
        }
        return whole;
    }

    /** The size of an integer type; 0 for any other. */
    private static int bitsOf(Class<?> type) {
        if (type == int.class || type == Integer.class || type == AtomicInteger.class) {
            return Integer.SIZE;
        }
        if (type == long.class || type == Long.class || type == AtomicLong.class || type == Number.class) {
            return Long.SIZE;
        }
        if (type == short.class || type == Short.class) {
            return Short.SIZE;
        }
        return type == byte.class || type == Byte.class ? Byte.SIZE : 0;
    }

    private static Object number(Number value, Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return value.intValue();
        }
        if (type == long.class || type == Long.class || type == Number.class) {
            return value.longValue();
        }
        if (type == double.class || type == Double.class) {
            return value.doubleValue();
        }
        if (type == float.class || type == Float.class) {
            return value.floatValue();
        }
        if (type == short.class || type == Short.class) {
            return value.shortValue();
        }
        if (type == byte.class || type == Byte.class) {
            return value.byteValue();
        }
        if (type == AtomicLong.class) {
            return new AtomicLong(value.longValue());
        }
        if (type == AtomicInteger.class) {
            return new AtomicInteger(value.intValue());
        }
        throw new JsonException("numbers cannot become " + type.getName());
    }
}
