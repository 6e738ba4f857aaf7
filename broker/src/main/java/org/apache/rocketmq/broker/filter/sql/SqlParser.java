package org.apache.rocketmq.broker.filter.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.broker.filter.sql.Node.Constant;
import org.apache.rocketmq.broker.filter.sql.Node.Order;
import org.apache.rocketmq.broker.filter.sql.Node.Property;
import org.apache.rocketmq.broker.filter.sql.SqlTokens.Kind;
import org.apache.rocketmq.broker.filter.sql.SqlTokens.Token;

/**
 * Builds the tree of one expression by recursive descent, a method per rule of the grammar. Confined to one thread. Source:
 * broker specification, SQL92 grammar.
 */
final class SqlParser {
    /** Bounds the depth of the tree, which is walked recursively for each message. */
    private static final int MOST_PARTS = 2_000;

    private static final int DEEPEST = 200;

    private final SqlTokens tokens;
    /** The next token when it was looked at already. */
    private Token ahead;

    private int parts;
    private int depth;

    SqlParser(String text) {
        this.tokens = new SqlTokens(text);
    }

    /** 4.9 quirk: what follows a complete expression is ignored. */
    Node selector() throws SqlException {
        return condition(or());
    }

    private Node or() throws SqlException {
        Node left = and();
        while (accept("OR")) {
            Node first = condition(left);
            left = part(new Node.Or(first, condition(and())));
        }
        return left;
    }

    private Node and() throws SqlException {
        Node left = equality();
        while (accept("AND")) {
            Node first = condition(left);
            left = part(new Node.And(first, condition(equality())));
        }
        return left;
    }

    private Node equality() throws SqlException {
        Node left = comparison();
        while (true) {
            if (accept("=")) {
                left = part(equal(left, comparison()));
            } else if (accept("<>")) {
                left = part(new Node.Not(part(equal(left, comparison()))));
            } else if (accept("IS")) {
                boolean negated = accept("NOT");
                expect("NULL");
                Node isNull = part(new Node.IsNull(left));
                left = negated ? new Node.Not(isNull) : isNull;
            } else {
                return left;
            }
        }
    }

    private Node equal(Node left, Node right) throws SqlException {
        for (Node operand : List.of(left, right)) {
            if (operand instanceof Constant constant && constant.constant() == null) {
                throw SqlException.meaning("'" + operand + "' cannot be compared.");
            }
        }
        boolean truthOnTheLeft = left instanceof Constant constant && constant.constant() instanceof Boolean;
        if (truthOnTheLeft && right instanceof Constant constant && !(constant.constant() instanceof Boolean)) {
            throw SqlException.meaning("'" + left + "' cannot be compared with '" + right + "'");
        }
        if (left instanceof Property property
                && right instanceof Constant constant
                && constant.constant() instanceof String text) {
            return new Node.EqualText(property, text.getBytes(UTF_8));
        }
        return new Node.Equal(left, right);
    }

    private Node comparison() throws SqlException {
        Node left = unary();
        while (true) {
            Order order = order(peek());
            if (order != null) {
                take();
                left = ordered(left, order, unary());
                continue;
            }
            boolean negated = accept("NOT");
            if (accept("IN")) {
                left = in(left, negated);
            } else if (accept("BETWEEN")) {
                left = between(left, negated);
            } else if (negated) {
                throw unexpected(peek(), "\"BETWEEN\" or \"IN\"");
            } else {
                return left;
            }
        }
    }

    private static Order order(Token token) {
        for (Order order : Order.values()) {
            if (token.is(order.sign)) {
                return order;
            }
        }
        return null;
    }

    private Node ordered(Node left, Order order, Node right) throws SqlException {
        for (Node operand : List.of(left, right)) {
            boolean noNumber = operand instanceof Constant constant && !(constant.constant() instanceof Number);
            if (noNumber || operand.condition()) {
                throw SqlException.meaning("Value '" + operand + "' cannot be compared.");
            }
        }
        return part(new Node.Ordered(left, order, right));
    }

    private Node between(Node left, boolean negated) throws SqlException {
        Node low = unary();
        expect("AND");
        Node high = unary();
        // 4.9 quirk: the bounds of NOT BETWEEN are not looked at.
        if (!negated && low instanceof Constant a && high instanceof Constant b) {
            checkBounds(a, b);
        }
        return negated
                ? part(new Node.Or(ordered(left, Order.LESS, low), ordered(left, Order.GREATER, high)))
                : part(new Node.And(
                        ordered(left, Order.GREATER_OR_EQUAL, low), ordered(left, Order.LESS_OR_EQUAL, high)));
    }

    private static void checkBounds(Constant low, Constant high) throws SqlException {
        if (low.constant() == null || high.constant() == null) {
            throw SqlException.meaning("Illegal values of between, values can not be null!");
        }
        boolean numbers = low.constant() instanceof Number && high.constant() instanceof Number;
        if (numbers && Values.compare(low.constant(), high.constant()) > 0) {
            throw SqlException.meaning("Illegal values of between, left value(" + low
                    + ") must less than or equal to right value(" + high + ")");
        }
    }

    private Node in(Node left, boolean negated) throws SqlException {
        if (!(left instanceof Property property)) {
            throw SqlException.meaning("Expected a property for In expression, got: " + left);
        }
        expect("(");
        List<byte[]> texts = new ArrayList<>();
        do {
            Token text = take();
            if (text.kind() != Kind.TEXT) {
                throw unexpected(text, "a text in quotes");
            }
            texts.add(text.text().getBytes(UTF_8));
        } while (accept(","));
        expect(")");
        Node in = part(new Node.In(property, List.copyOf(texts)));
        return negated ? new Node.Not(in) : in;
    }

    private Node unary() throws SqlException {
        if (++depth > DEEPEST) {
            throw SqlException.syntax("the expression is nested deeper than " + DEEPEST);
        }
        try {
            if (accept("+")) {
                return unary();
            } else if (accept("-")) {
                return part(new Node.Negative(unary()));
            } else if (accept("NOT")) {
                return part(new Node.Not(condition(unary())));
            }
            return primary();
        } finally {
            depth--;
        }
    }

    private Node primary() throws SqlException {
        Token token = take();
        return switch (token.kind()) {
            case TEXT -> new Constant(token.text());
            case INTEGER -> integer(token);
            case FLOAT -> decimal(token);
            case NAME -> Property.of(token.text());
            case KEYWORD, SIGN, END -> {
                if (token.is("(")) {
                    Node inner = or();
                    expect(")");
                    yield inner;
                } else if (token.is("TRUE") || token.is("FALSE")) {
                    yield new Constant(Boolean.valueOf(token.text()));
                } else if (token.is("NULL")) {
                    yield new Constant(null);
                }
                throw unexpected(token, "a value");
            }
        };
    }

    private static Node integer(Token token) throws SqlException {
        try {
            long value = Long.parseLong(token.text());
            return new Constant(value == (int) value ? (Object) (int) value : (Object) value);
        } catch (NumberFormatException e) {
            throw SqlException.meaning(token.text() + " is greater than " + Long.MAX_VALUE);
        }
    }

    private static Node decimal(Token token) throws SqlException {
        double value = Double.parseDouble(token.text());
        if (value > Double.MAX_VALUE) {
            throw SqlException.meaning(token.text() + " is greater than " + Double.MAX_VALUE);
        }
        if (value < Double.MIN_VALUE) {
            throw SqlException.meaning(token.text() + " is less than " + Double.MIN_VALUE);
        }
        return new Constant(value);
    }

    private static Node condition(Node node) throws SqlException {
        if (node instanceof Property property) {
            return new Node.Truth(property);
        }
        if (!node.condition()) {
            throw SqlException.syntax("Expression will not result in a boolean value: " + node);
        }
        return node;
    }

    private Node part(Node node) throws SqlException {
        if (++parts > MOST_PARTS) {
            throw SqlException.syntax("the expression has more than " + MOST_PARTS + " parts");
        }
        return node;
    }

    private Token peek() throws SqlException {
        if (ahead == null) {
            ahead = tokens.next();
        }
        return ahead;
    }

    private Token take() throws SqlException {
        Token token = peek();
        ahead = null;
        return token;
    }

    private boolean accept(String keywordOrSign) throws SqlException {
        if (!peek().is(keywordOrSign)) {
            return false;
        }
        take();
        return true;
    }

    private void expect(String keywordOrSign) throws SqlException {
        Token token = take();
        if (!token.is(keywordOrSign)) {
            throw unexpected(token, "\"" + keywordOrSign + "\"");
        }
    }

    private static SqlException unexpected(Token token, String wanted) {
        return SqlException.syntax("Encountered " + token.shown() + " at line 1, column " + (token.at() + 1)
                + ". Was expecting: " + wanted);
    }
}
