package org.apache.rocketmq.broker.filter.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.PropertyScanner;
import org.junit.jupiter.api.Test;

/** The language as the 4.9 line knows it. Source: broker specification, SQL92 filter. */
class SqlExpressionTest {
    /** a=3 big=5000000000 f=5.5 color=red truth=true quote=it's accent=é */
    private static final byte[] MESSAGE = message();

    private static byte[] message() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("a", "3");
        properties.put("big", "5000000000");
        properties.put("f", "5.5");
        properties.put("color", "red");
        properties.put("truth", "true");
        properties.put("quote", "it's");
        properties.put("accent", "é");
        return MessageDecoder.messageProperties2String(properties).getBytes(UTF_8);
    }

    private static void matches(String... expressions) {
        for (String expression : expressions) {
            assertThat(evaluate(expression)).as(expression).isTrue();
        }
    }

    private static void rejects(String... expressions) {
        for (String expression : expressions) {
            assertThat(evaluate(expression)).as(expression).isFalse();
        }
    }

    private static boolean evaluate(String expression) {
        try {
            return SqlExpression.compile(expression).matches(new PropertyScanner().wrap(MESSAGE, 0, MESSAGE.length));
        } catch (SqlException e) {
            throw new AssertionError(expression, e);
        }
    }

    private static void refuses(String expression, String message) {
        assertThatThrownBy(() -> SqlExpression.compile(expression))
                .as(expression)
                .isInstanceOf(SqlException.class)
                .hasMessageContaining(message);
    }

    @Test
    void comparesNumbers() {
        matches("a > 2", "a >= 3", "a < 4", "a <= 3", "2 < a", "a = 3", "3 = a", "a <> 4", "a > -1", "a = +3");
        rejects("a > 3", "a < 3", "a <> 3", "a > 10");
        matches("big > 4999999999", "big = 5000000000L", "a > 2.5", "f > 5.0", "a < 1e2", "a < 4.", "f > .5");
        matches("big > a");
    }

    @Test
    void comparesTexts() {
        matches("color = 'red'", "'red' = color", "color <> 'blue'", "quote = 'it''s'", "accent = 'é'");
        rejects("color = 'Red'", "color <> 'red'", "color = a");
        matches("color IN ('blue', 'red')", "color NOT IN ('blue')", "a in ('3')");
        rejects("color IN ('blue')", "color NOT IN ('red')");
    }

    @Test
    void unknownPropertiesAreNeitherTrueNorFalse() {
        rejects("x = 1", "x <> 1", "NOT (x = 1)", "x > 1", "x IN ('a')", "x NOT IN ('a')", "x BETWEEN 1 AND 2", "x");
        matches("x IS NULL", "a IS NOT NULL", "x IS NULL AND a = 3", "(x = 1) IS NULL", "x = y");
        rejects("x IS NOT NULL", "a IS NULL", "a = x");
        matches("a <> x");
        matches("x = 1 OR a = 3", "a = 3 OR x = 1", "NOT (x = 1 AND a = 4)", "NOT (a = 4 AND x = 1)");
        rejects("x = 1 AND a = 3", "x = 1 OR a = 4");
    }

    @Test
    void rangesIncludeTheirBounds() {
        matches("a BETWEEN 3 AND 4", "a between 2 and 3", "a NOT BETWEEN 4 AND 5", "a BETWEEN 1 AND 4 AND f > 5.0");
        rejects("a BETWEEN 4 AND 5", "a NOT BETWEEN 3 AND 5");
        refuses(
                "a BETWEEN 5 AND 4",
                "Illegal values of between, left value(5) must less than or equal to right value(4)");
    }

    @Test
    void aTextIsReadAsTheTypeOfTheNumber() {
        rejects("f > 5", "NOT (f > 5)", "color > 1", "f > 5 OR a = 3", "color > a");
        matches("a = 3 OR f > 5");
    }

    @Test
    void truthValues() {
        matches("TRUE", "true = TRUE", "NOT FALSE", "truth = TRUE", "(a > 2) = TRUE", "color = FALSE");
        rejects("FALSE", "NULL", "TRUE = truth", "truth = FALSE");
    }

    @Test
    void aPropertyAloneIsNeverTrue() {
        rejects("a", "truth", "x", "NOT x");
        matches("NOT truth", "NOT a");
    }

    @Test
    void bindsNotThenComparisonThenAndThenOr() {
        matches("a = 3 OR a = 4 AND a = 5", "NOT a = 3 OR TRUE", "(a = 4 OR a = 3) AND f > 1.0");
        rejects("(a = 3 OR a = 4) AND a = 5");
    }

    @Test
    void ignoresWhatFollowsACompleteExpression() {
        rejects("a LIKE '3'", "a - 1");
        matches("a = 3 nonsense here", "a = 3)", "a <> 05");
        rejects("a = 05");
    }

    @Test
    void ignoresComments() {
        matches("a = 3 -- three\n", "a /* is */ = 3", "-- first\na = 3", "a = 3 -- no line end");
    }

    @Test
    void refusesWhatIsNoExpression() {
        String syntax = "org.apache.rocketmq.filter.parser.";
        for (String text : new String[] {
            "",
            "a NOT 5",
            "a >",
            "a > 5 AND",
            "(a > 5",
            "a == 5",
            "a != 5",
            "a.b = 5",
            "a IN (5)",
            "a IN ()",
            "a IS 5",
            "'x",
            "a = @"
        }) {
            refuses(text, syntax);
        }
        refuses("5", "Expression will not result in a boolean value: 5");
        refuses("'x' AND a = 3", "Expression will not result in a boolean value: 'x'");
    }

    @Test
    void refusesComparisonsThatMakeNoSense() {
        refuses("a = NULL", "'NULL' cannot be compared.");
        refuses("NULL <> a", "'NULL' cannot be compared.");
        refuses("a > 'x'", "Value ''x'' cannot be compared.");
        refuses("a > TRUE", "Value 'TRUE' cannot be compared.");
        refuses("a > (a = 3)", "cannot be compared.");
        refuses("5 IN ('5')", "Expected a property for In expression, got: 5");
        refuses("a > 0.0", "0.0 is less than 4.9E-324");
        refuses("a > 99999999999999999999", "99999999999999999999");
        refuses("a > 1e999", "1e999 is greater than");
    }

    @Test
    void agreesWithTheOfficialFilter() throws IOException {
        Map<String, String> different = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/filter/sql92-official.txt"))) {
            String[] parts = line.split("\t", 2);
            if (parts.length == 2) {
                String ours = outcome(parts[1]);
                if (!ours.equals(parts[0])) {
                    different.put(parts[1], ours + " instead of " + parts[0]);
                }
            }
        }
        assertThat(different).isEmpty();
    }

    private static String outcome(String expression) {
        try {
            boolean match =
                    SqlExpression.compile(expression).matches(new PropertyScanner().wrap(MESSAGE, 0, MESSAGE.length));
            return match ? "MATCH" : "NO";
        } catch (SqlException e) {
            return "ERROR";
        }
    }

    @Test
    void refusesExpressionsThatWouldNotFitTheStack() {
        refuses("(".repeat(100_000), "nested deeper");
        refuses("a = 3" + " AND a = 3".repeat(5_000), "parts");
    }
}
