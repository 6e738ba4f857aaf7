package org.apache.rocketmq.common.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.rocketmq.common.DataVersion;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    record Queue(String topic, int queueId) {}

    record Everything(
            String text,
            double ratio,
            Boolean flag,
            TimeUnit unit,
            List<String> names,
            int[] positions,
            Map<Queue, Long> byQueue,
            ConcurrentMap<Integer, Long> byId) {
        static Everything of(String text, double ratio) {
            return new Everything(text, ratio, null, null, null, null, null, null);
        }
    }

    public static class Bean {
        private String clientID;
        private boolean order = true;
        private long size = 16;
        private transient String secret = "hidden";
        private Set<Integer> codes = Set.of(9);

        public String getClientID() {
            return clientID;
        }

        public void setClientID(String clientID) {
            this.clientID = clientID;
        }

        public boolean isOrder() {
            return order;
        }

        public void setOrder(boolean order) {
            this.order = order;
        }

        public long getSize() {
            return size;
        }

        public void setSize(long size) {
            this.size = size;
        }

        public String getSecret() {
            return secret;
        }

        public void setSecret(String secret) {
            this.secret = secret;
        }

        public Set<Integer> getCodes() {
            return codes;
        }

        public void setCodes(Set<Integer> codes) {
            this.codes = codes;
        }

        public String getComputed() {
            return "c" + size;
        }
    }

    @Nested
    class Writing {
        @Test
        void members_are_sorted_computed_getters_included_and_nulls_and_transients_left_out() {
            assertThat(Json.write(new Bean()))
                    .isEqualTo("{\"codes\":[9],\"computed\":\"c16\",\"order\":true,\"size\":16}");
        }

        @Test
        void integer_keys_stand_bare_and_object_keys_as_objects() {
            var byQueue = new LinkedHashMap<Object, Object>();
            byQueue.put(new Queue("T", 0), 5L);
            byQueue.put(1, "a");
            byQueue.put(2L, "b");
            byQueue.put("3", "c");
            byQueue.put("gone", null);

            assertThat(Json.write(byQueue))
                    .isEqualTo("{{\"queueId\":0,\"topic\":\"T\"}:5,1:\"a\",2:\"b\",\"3\":\"c\"}");
        }

        @Test
        void texts_are_escaped_as_peers_do() {
            assertThat(Json.write("\"\\/\n\t\r\b\f\u0001\u007f\u2028中é"))
                    .isEqualTo("\"\\\"\\\\/\\n\\t\\r\\b\\f\\u0001\\u007F\\u2028中é\"");
        }

        @Test
        void doubles_keep_their_java_text_and_what_is_not_a_number_becomes_null() {
            assertThat(Json.write(List.of(0.0, 1e10, 0.5f, Double.NaN, Double.POSITIVE_INFINITY)))
                    .isEqualTo("[0.0,1.0E10,0.5,null,null]");
            assertThat(Json.write(Everything.of("", Double.NaN))).isEqualTo("{\"ratio\":null,\"text\":\"\"}");
        }

        @Test
        void a_shared_object_is_written_twice_and_a_cycle_is_an_error() {
            var shared = List.of("x");
            List<Object> cycle = new ArrayList<>();
            cycle.add(cycle);

            assertThat(Json.write(List.of(shared, shared))).isEqualTo("[[\"x\"],[\"x\"]]");
            assertThatThrownBy(() -> Json.write(cycle)).isInstanceOf(JsonException.class);
        }

        @Test
        void the_standard_form_quotes_and_sorts_keys_and_escapes_slash_and_non_ascii() {
            var map = new LinkedHashMap<Object, Object>();
            map.put(1L, "中/x");
            map.put(0L, "a");

            assertThat(Json.writeStandardBytes(map)).asString().isEqualTo("{\"0\":\"a\",\"1\":\"\\u4E2D\\/x\"}");
        }

        @Test
        void the_pretty_form_keeps_entries_with_integer_keys_on_one_line() {
            var byId = new TreeMap<Integer, Long>(Map.of(0, 5L, 1, 4L));
            var table = new TreeMap<String, Object>();
            table.put("a", byId);
            table.put("b", List.of(1, Map.of()));
            table.put("c", new int[] {53, 27});
            table.put("d", Set.of(new Queue("T", 0)));

            assertThat(Json.writePretty(table))
                    .isEqualTo("{\n\t\"a\":{0:5,1:4\n\t},\n\t\"b\":[\n\t\t1,\n\t\t{}\n\t],\n\t\"c\":[53,27],\n"
                            + "\t\"d\":[{\n\t\t\"queueId\":0,\n\t\t\"topic\":\"T\"\n\t}]\n}");
        }
    }

    @Nested
    class Reading {
        @Test
        void what_was_written_comes_back() {
            var everything = new Everything(
                    "a\"中\u0001",
                    1.5,
                    true,
                    TimeUnit.HOURS,
                    List.of("x", "y"),
                    new int[] {3, 4},
                    Map.of(new Queue("T", 1), 7L),
                    new java.util.concurrent.ConcurrentHashMap<>(Map.of(2, 8L)));

            for (String text : List.of(Json.write(everything), Json.writePretty(everything))) {
                assertThat(Json.read(text, Everything.class))
                        .usingRecursiveComparison()
                        .isEqualTo(everything);
            }
        }

        @Test
        void missing_members_keep_their_default_and_unknown_ones_are_ignored() {
            Bean bean = Json.read("{\"nobody\":{\"@type\":\"java.lang.Thread\"},\"size\":null}", Bean.class);

            assertThat(bean.getSize()).isEqualTo(16);
            assertThat(bean.isOrder()).isTrue();
        }

        @Test
        void transient_properties_and_computed_ones_are_not_read() {
            Bean bean = Json.read("{\"secret\":\"x\",\"computed\":\"y\"}", Bean.class);

            assertThat(bean.getSecret()).isEqualTo("hidden");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{clientID:'c',order:false}",
                    "{'clientId':\"c\",\"ORDER\":\"false\"}",
                    "{\"client_id\":\"c\",\"order\":0,}",
                    " { \"clientID\" : \"x\" , \"order\" : false , \"clientID\" : \"c\" } "
                })
        void names_are_matched_and_quoted_leniently(String text) {
            Bean bean = Json.read(text, Bean.class);

            assertThat(bean.getClientID()).isEqualTo("c");
            assertThat(bean.isOrder()).isFalse();
        }

        @Test
        void an_empty_object_is_an_empty_list_and_the_other_way_round() {
            assertThat(Json.read("{\"codes\":{}}", Bean.class).getCodes()).isEmpty();
            assertThat(Json.read("{\"byId\":[],\"names\":{}}", Everything.class).byId())
                    .isEmpty();
        }

        @Test
        void a_single_object_stands_for_a_list_of_one() {
            record Queues(List<Queue> queues) {}

            assertThat(Json.read("{\"queues\":{\"topic\":\"T\"}}", Queues.class).queues())
                    .containsExactly(new Queue("T", 0));
        }

        @ParameterizedTest
        @ValueSource(strings = {"2147483648", "-2147483649", "99999999999", "1e999999999", "\"9999999999\""})
        void a_number_that_does_not_fit_is_refused(String number) {
            assertThatThrownBy(() -> Json.read("{\"queueId\":" + number + "}", Queue.class))
                    .isInstanceOf(JsonException.class)
                    .hasMessageContaining("$.queueId");
        }

        @ParameterizedTest
        @CsvSource({"2147483647,2147483647", "-2147483648,-2147483648", "4.9,4", "1e-999999999,0", "true,1", "0,0"})
        void a_number_is_cut_to_its_whole_part(String number, int expected) {
            assertThat(Json.read("{\"queueId\":" + number + "}", Queue.class).queueId())
                    .isEqualTo(expected);
        }

        @Test
        void endless_digits_are_refused() {
            String digits = "9".repeat(5_000_000);

            assertThatThrownBy(() -> Json.parse(digits)).isInstanceOf(JsonException.class);
            assertThatThrownBy(() -> Json.read("{\"queueId\":\"" + digits + "\"}", Queue.class))
                    .isInstanceOf(JsonException.class);
        }

        @ParameterizedTest
        @CsvSource({"\"HOURS\",HOURS", "\"hours\",HOURS", "5,HOURS", "\"FORTNIGHTS\",", "99,", "null,"})
        void enums_come_by_name_or_ordinal_and_unknown_ones_are_null(String text, TimeUnit expected) {
            assertThat(Json.read("{\"unit\":" + text + "}", Everything.class).unit())
                    .isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{0:7,1:8}", "{\"0\":7,\"1\":\"8\"}", "{'0':7,1:8.0}"})
        void integer_keys_come_bare_or_quoted(String table) {
            assertThat(Json.read("{\"byId\":" + table + "}", Everything.class).byId())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(0, 7L, 1, 8L));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{{\"topic\":\"T\",\"queueId\":1}:5}", "{\"{\\\"queueId\\\":1,\\\"topic\\\":\\\"T\\\"}\":5}"
                })
        void object_keys_come_as_objects_or_as_texts_of_objects(String table) {
            assertThat(Json.read("{\"byQueue\":" + table + "}", Everything.class)
                            .byQueue())
                    .isEqualTo(Map.of(new Queue("T", 1), 5L));
        }

        @Test
        void atomic_counters_and_properties_are_known() {
            DataVersion version = Json.read("{\"counter\":5,\"timestamp\":7}", DataVersion.class);

            assertThat(version.getCounter()).hasValue(5);
            assertThat(Json.read("{\"a\":1,\"b\":\"x\",\"c\":null}", Properties.class))
                    .isEqualTo(new HashMap<>(Map.of("a", "1", "b", "x")));
            assertThat(Json.write(version)).isEqualTo("{\"counter\":5,\"timestamp\":7}");
            assertThat(Json.write(new AtomicLong(3))).isEqualTo("3");
        }

        @Test
        void escapes_are_understood() {
            assertThat(Json.parse("'\\u4e2d\\/\\n\\x41\\'\\\\'")).isEqualTo("中/\nA'\\");
        }

        @Test
        void numbers_keep_their_size() {
            assertThat(Json.parse("[1,-2,9223372036854775807,92233720368547758070,1.5,1e3]"))
                    .isEqualTo(List.of(
                            1L, -2L, Long.MAX_VALUE, new java.math.BigInteger("92233720368547758070"), 1.5, 1000.0));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "  ",
                    "{",
                    "{\"a\"",
                    "{\"a\":}",
                    "[1",
                    "\"abc",
                    "{\"a\":1}}",
                    "nothing",
                    "1-2",
                    "\"\\q\"",
                    "\"\\u12\""
                })
        void damaged_text_is_refused(String text) {
            assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonException.class);
        }

        @Test
        void the_error_names_the_place() {
            assertThatThrownBy(() -> Json.read("{\"names\":\"x\"}", Everything.class))
                    .isInstanceOf(JsonException.class)
                    .hasMessageContaining("$.names");
            assertThatThrownBy(() -> Json.read("{\"size\":\"many\"}", Bean.class))
                    .isInstanceOf(JsonException.class)
                    .hasMessageContaining("\"many\"")
                    .hasMessageContaining("$.size");
            assertThatThrownBy(() -> Json.read((byte[]) null, Bean.class))
                    .isInstanceOf(JsonException.class)
                    .hasMessageContaining("Bean");
        }

        @Test
        void hostile_nesting_is_refused_and_does_not_exhaust_the_stack() {
            assertThatThrownBy(() -> Json.parse("[".repeat(100_000)))
                    .isInstanceOf(JsonException.class)
                    .hasMessageContaining("nests deeper");
        }
    }
}
