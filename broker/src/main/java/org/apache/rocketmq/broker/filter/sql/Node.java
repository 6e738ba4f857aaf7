package org.apache.rocketmq.broker.filter.sql;

import java.util.List;
import org.apache.rocketmq.common.message.PropertyScanner;

/**
 * A part of a compiled expression. Its value for a message is a Boolean, Integer, Long, Double, String, or null for unknown.
 * Immutable. Source: broker specification, SQL92 types and evaluation.
 */
sealed interface Node {
    /** @throws IncomparableException when the message cannot match at all */
    Object value(PropertyScanner properties);

    /** Whether it can stand where a condition is asked for. */
    default boolean condition() {
        return true;
    }

    /** TRUE, FALSE, NULL, a number or a text. */
    record Constant(Object constant) implements Node {
        @Override
        public Object value(PropertyScanner properties) {
            return constant;
        }

        @Override
        public boolean condition() {
            return constant == null || constant instanceof Boolean;
        }

        @Override
        public String toString() {
            if (constant instanceof String text) {
                return "'" + text.replace("'", "''") + "'";
            }
            return constant instanceof Boolean truth
                    ? (truth ? "TRUE" : "FALSE")
                    : constant == null ? "NULL" : constant.toString();
        }
    }

    /** A property of the message: a text, or null. */
    record Property(String name, byte[] nameBytes) implements Node {
        static Property of(String name) {
            return new Property(name, PropertyScanner.name(name));
        }

        @Override
        public Object value(PropertyScanner properties) {
            return properties.find(nameBytes) ? properties.value() : null;
        }

        @Override
        public boolean condition() {
            return false;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** 4.9 quirk: a text is no truth value, so a property that is there is false, whatever it says. */
    record Truth(Property property) implements Node {
        @Override
        public Object value(PropertyScanner properties) {
            return properties.find(property.nameBytes) ? Boolean.FALSE : null;
        }

        @Override
        public String toString() {
            return property.toString();
        }
    }

    record Negative(Node operand) implements Node {
        @Override
        public Object value(PropertyScanner properties) {
            return Values.negative(operand.value(properties));
        }

        @Override
        public boolean condition() {
            return false;
        }

        @Override
        public String toString() {
            return "(-" + operand + ")";
        }
    }

    record Equal(Node left, Node right) implements Node {
        @Override
        public Object value(PropertyScanner properties) {
            return Values.equal(left.value(properties), right.value(properties));
        }

        @Override
        public String toString() {
            return "(" + left + " = " + right + ")";
        }
    }

    /** {@link Equal} of a property and a literal text, without making a text of the property. */
    record EqualText(Property property, byte[] text) implements Node {
        @Override
        public Object value(PropertyScanner properties) {
            return properties.find(property.nameBytes) ? properties.valueEquals(text) : null;
        }

        @Override
        public String toString() {
            return "(" + property + " = '" + new String(text, java.nio.charset.StandardCharsets.UTF_8) + "')";
        }
    }

    /** How two numbers lie to each other. */
    enum Order {
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        LESS("<"),
        LESS_OR_EQUAL("<=");

        final String sign;

        Order(String sign) {
            this.sign = sign;
        }

        boolean holds(int comparison) {
            return switch (this) {
                case GREATER -> comparison > 0;
                case GREATER_OR_EQUAL -> comparison >= 0;
                case LESS -> comparison < 0;
                case LESS_OR_EQUAL -> comparison <= 0;
            };
        }
    }

    record Ordered(Node left, Order order, Node right) implements Node {
        @Override
        public Object value(PropertyScanner properties) {
            Object first = left.value(properties);
            if (first == null) {
                return null;
            }
            Object second = right.value(properties);
            return second == null ? null : (Object) order.holds(Values.compare(first, second));
        }

        @Override
        public String toString() {
            return "(" + left + " " + order.sign + " " + right + ")";
        }
    }

    record IsNull(Node operand) implements Node {
        @Override
        public Object value(PropertyScanner properties) {
            return operand.value(properties) == null;
        }

        @Override
        public String toString() {
            return "(" + operand + " IS NULL)";
        }
    }

    record In(Property property, List<byte[]> texts) implements Node {
        @Override
        public Object value(PropertyScanner properties) {
            if (!properties.find(property.nameBytes)) {
                return null;
            }
            for (byte[] text : texts) {
                if (properties.valueEquals(text)) {
                    return Boolean.TRUE;
                }
            }
            return Boolean.FALSE;
        }

        @Override
        public String toString() {
            return "(" + property + " IN (..." + texts.size() + "))";
        }
    }

    record Not(Node operand) implements Node {
        @Override
        public Object value(PropertyScanner properties) {
            Object value = operand.value(properties);
            return value == null ? null : (Object) !Boolean.TRUE.equals(value);
        }

        @Override
        public String toString() {
            return "(NOT " + operand + ")";
        }
    }

    record And(Node left, Node right) implements Node {
        @Override
        public Object value(PropertyScanner properties) {
            Object first = left.value(properties);
            if (Boolean.FALSE.equals(first)) {
                return Boolean.FALSE;
            }
            Object second = right.value(properties);
            return first == null && !Boolean.FALSE.equals(second) ? null : second;
        }

        @Override
        public String toString() {
            return "(" + left + " AND " + right + ")";
        }
    }

    record Or(Node left, Node right) implements Node {
        @Override
        public Object value(PropertyScanner properties) {
            Object first = left.value(properties);
            if (Boolean.TRUE.equals(first)) {
                return Boolean.TRUE;
            }
            Object second = right.value(properties);
            return first == null && !Boolean.TRUE.equals(second) ? null : second;
        }

        @Override
        public String toString() {
            return "(" + left + " OR " + right + ")";
        }
    }
}
