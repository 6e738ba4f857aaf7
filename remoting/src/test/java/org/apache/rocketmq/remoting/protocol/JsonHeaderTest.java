package org.apache.rocketmq.remoting.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONException;
import com.alibaba.fastjson2.JSONObject;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonHeaderTest {
    private static RemotingCommand decode(String json) throws RemotingCommandException {
        return decode(json.getBytes(StandardCharsets.UTF_8));
    }

    private static RemotingCommand decode(byte[] json) throws RemotingCommandException {
        return RemotingCommand.decode(Unpooled.buffer().writeInt(json.length).writeBytes(json));
    }

    @Test
    void absent_members_have_their_defaults() throws Exception {
        var command = decode("{}");

        assertThat(command.getCode()).isZero();
        assertThat(command.getLanguage()).isEqualTo(LanguageCode.JAVA);
        assertThat(command.getVersion()).isZero();
        assertThat(command.getRemark()).isNull();
        assertThat(command.getExtFields()).isNull();
    }

    @Test
    void numbers_and_booleans_among_the_fields_become_their_text_and_null_keeps_its_key() throws Exception {
        var command =
                decode("{\"extFields\":{\"n\":12,\"m\":-5,\"t\":true,\"f\":false,\"z\":null,\"d\":1.5,\"s\":\"\"}}");

        var expected = new HashMap<String, String>(
                Map.of("n", "12", "m", "-5", "t", "true", "f", "false", "d", "1.5", "s", ""));
        expected.put("z", null);
        assertThat(command.getExtFields()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{code:12,opaque:3}",
                "{'code':12,'opaque':3}",
                "{\"code\":\"12\",\"opaque\":\"3\"}",
                "{ \"opaque\" : 3 , \"code\" : 12 }",
                "{\"code\":1,\"opaque\":3,\"code\":12}",
                "{\"code\":12,\"unknown\":[1,{\"a\":2}],\"opaque\":3,\"other\":\"x\"}",
                "{\"c\\u006fde\":12,\"opaque\":3}"
            })
    void unusual_spellings_are_accepted(String json) throws Exception {
        var command = decode(json);

        assertThat(command.getCode()).isEqualTo(12);
        assertThat(command.getOpaque()).isEqualTo(3);
    }

    @Test
    void a_language_may_be_a_name_in_any_case_or_an_ordinal_and_unknown_is_null() throws Exception {
        assertThat(decode("{\"language\":\"GO\"}").getLanguage()).isEqualTo(LanguageCode.GO);
        assertThat(decode("{\"language\":\"cpp\"}").getLanguage()).isEqualTo(LanguageCode.CPP);
        assertThat(decode("{\"language\":3}").getLanguage()).isEqualTo(LanguageCode.PYTHON);
        assertThat(decode("{\"language\":\"COBOL\"}").getLanguage()).isNull();
    }

    @Test
    void an_empty_remark_stays_empty() throws Exception {
        assertThat(decode("{\"remark\":\"\"}").getRemark()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "{",
                "{\"code\":",
                "[]",
                "{\"code\":1}x",
                "{\"code\":1,",
                "garbage",
                "{\"extFields\":3}"
            })
    void what_is_no_header_is_refused(String json) {
        assertThatThrownBy(() -> decode(json)).isInstanceOf(RemotingCommandException.class);
    }

    @Test
    void a_field_that_is_not_a_number_is_null_as_object_and_fails_as_primitive() throws Exception {
        var fields = decode("{\"extFields\":{\"n\":\"x1\",\"big\":\"9223372036854775807\"}}")
                .fields();

        assertThat(fields.getInteger("n")).isNull();
        assertThat(fields.getLong("big")).isEqualTo(Long.MAX_VALUE);
        assertThat(fields.getInteger("big")).isNull();
        assertThatThrownBy(() -> fields.getInt("n", 0)).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> fields.getInt("big", 0)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void any_text_survives_writing_and_reading_in_both_serializations() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            var command = RemotingCommand.createRequestCommand(random.nextInt(400), null);
            var fields = new HashMap<String, String>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                fields.put("k" + random.nextInt(100), text(random, 1));
            }
            command.setExtFields(fields);
            command.setRemark(text(random, 1));
            for (var serialization : SerializeType.values()) {
                command.setSerializeTypeCurrentRPC(serialization);
                var again = RemotingCommand.decode(command.encode().position(4));
                assertThat(again.getExtFields()).as("seed " + seed).isEqualTo(fields);
                assertThat(again.getRemark()).as("seed " + seed).isEqualTo(command.getRemark());
            }
        }
    }

    @Test
    void the_scanner_agrees_with_the_library_on_random_headers() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 5000; round++) {
            var header = new LinkedHashMap<String, Object>();
            var ext = new LinkedHashMap<String, Object>();
            for (int i = random.nextInt(5); i > 0; i--) {
                ext.put(random.nextInt(10) == 0 ? text(random, 1) : "f" + random.nextInt(20), value(random));
            }
            header.put("code", random.nextInt(1000));
            header.put("extFields", ext);
            header.put("remark", text(random, 0));
            header.put("opaque", random.nextInt());
            var json = JSON.toJSONString(header);
            if (random.nextInt(4) == 0) {
                json = damage(json, random);
            }
            compare(json, "seed " + seed + " round " + round + ": " + json);
        }
    }

    /** The scanner may give up, but what it understands the library must understand in the same way. */
    private static void compare(String json, String what) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        var scanned = new HeaderReader();
        if (!new JsonHeader(bytes, scanned).scan()) {
            return;
        }
        JSONObject expected;
        try {
            expected = JSON.parseObject(new String(bytes, StandardCharsets.UTF_8));
        } catch (JSONException e) {
            // The scanner lets control characters stand inside texts.
            assertThat(json.chars().anyMatch(c -> c < ' ')).as(what).isTrue();
            return;
        }
        assertThat(scanned.code).as(what).isEqualTo(expected.getIntValue("code"));
        assertThat(scanned.opaque).as(what).isEqualTo(expected.getIntValue("opaque"));
        assertThat(scanned.remark).as(what).isEqualTo(expected.getString("remark"));
        var ext = new HashMap<String, String>();
        if (scanned.table != null) {
            scanned.table.forEach(ext::put);
        }
        var expectedExt = new HashMap<String, String>();
        if (expected.getJSONObject("extFields") != null) {
            expected.getJSONObject("extFields")
                    .forEach((name, value) -> expectedExt.put(name, value == null ? null : value.toString()));
        }
        assertThat(ext).as(what).isEqualTo(expectedExt);
    }

    private static String damage(String json, Random random) {
        int at = random.nextInt(json.length());
        return switch (random.nextInt(3)) {
            case 0 -> json.substring(0, at);
            case 1 -> json.substring(0, at) + json.substring(at + 1);
            default -> json.substring(0, at) + "{}[]\",:\\x1 ".charAt(random.nextInt(11)) + json.substring(at);
        };
    }

    private static Object value(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong();
            default -> text(random, 0);
        };
    }

    private static String text(Random random, int minLength) {
        var text = new StringBuilder();
        for (int i = minLength + random.nextInt(12); i > 0; i--) {
            switch (random.nextInt(8)) {
                case 0 -> text.append((char) random.nextInt(0x20));
                case 1 -> text.append("\"\\/\u2028\u0001\u0002".charAt(random.nextInt(6)));
                case 2 -> text.append((char) (0xA0 + random.nextInt(0x500)));
                case 3 -> text.append((char) (0x4E00 + random.nextInt(0x500)));
                case 4 -> text.appendCodePoint(0x1F600 + random.nextInt(50));
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }
}
