package org.apache.rocketmq.remoting.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONObject;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.rocketmq.common.protocol.header.PullMessageRequestHeader;
import org.apache.rocketmq.common.protocol.header.PullMessageResponseHeader;
import org.apache.rocketmq.common.protocol.header.SendMessageRequestHeaderV2;
import org.apache.rocketmq.common.protocol.header.SendMessageResponseHeader;
import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames that the official 4.9.7 libraries wrote. */
class GoldenFrameTest {
    private static final int LENGTH_PREFIX = 4;

    private record Golden(String name, byte[] frame, JSONObject decoded) {
        @Override
        public String toString() {
            return name;
        }

        ByteBuffer withoutPrefix() {
            return ByteBuffer.wrap(frame, LENGTH_PREFIX, frame.length - LENGTH_PREFIX);
        }

        boolean json() {
            return decoded.getString("serializeType").equals("JSON");
        }
    }

    static Stream<Golden> frames() throws IOException {
        try (var in = GoldenFrameTest.class.getResourceAsStream("/golden/frames-only.jsonl")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(line -> {
                var object = JSON.parseObject(line);
                return new Golden(
                        object.getString("name"),
                        HexFormat.of().parseHex(object.getString("hex")),
                        object.getJSONObject("decoded"));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("frames")
    void decodes_to_the_listed_members(Golden golden) throws Exception {
        var command = RemotingCommand.decode(golden.withoutPrefix());
        var expected = golden.decoded();

        assertThat(command.getSerializeTypeCurrentRPC().name()).isEqualTo(expected.getString("serializeType"));
        assertThat(command.getCode()).isEqualTo(expected.getIntValue("code"));
        assertThat(command.getLanguage().name()).isEqualTo(expected.getString("language"));
        assertThat(command.getVersion()).isEqualTo(expected.getIntValue("version"));
        assertThat(command.getOpaque()).isEqualTo(expected.getIntValue("opaque"));
        assertThat(command.getFlag()).isEqualTo(expected.getIntValue("flag"));
        assertThat(command.isResponseType()).isEqualTo(expected.getBooleanValue("response"));
        assertThat(command.isOnewayRPC()).isEqualTo(expected.getBooleanValue("oneway"));
        assertThat(command.getRemark()).isEqualTo(expected.getString("remark"));
        assertThat(command.getExtFields()).isEqualTo(extFields(expected));
        var bodyHex = expected.getString("bodyHex");
        assertThat(command.getBody())
                .isEqualTo(bodyHex == null ? null : HexFormat.of().parseHex(bodyHex));
    }

    private static Map<String, String> extFields(JSONObject decoded) {
        var object = decoded.getJSONObject("extFields");
        if (object == null) {
            return null;
        }
        var fields = new HashMap<String, String>();
        object.forEach((name, value) -> fields.put(name, value == null ? null : value.toString()));
        return fields;
    }

    @ParameterizedTest
    @MethodSource("frames")
    void the_field_reader_gives_the_same_values_as_the_map(Golden golden) throws Exception {
        var reader = RemotingCommand.decode(golden.withoutPrefix()).fields();
        var expected = extFields(golden.decoded());

        if (expected != null) {
            expected.forEach((name, value) -> {
                assertThat(reader.getString(name)).isEqualTo(value);
                assertThat(reader.getBytes(name))
                        .isEqualTo(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
            });
        }
        assertThat(reader.getString("no such field")).isNull();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void encodes_to_an_equal_frame(Golden golden) throws Exception {
        var command = RemotingCommand.decode(golden.withoutPrefix());

        var frame = command.encode();

        if (golden.json()) {
            assertThat(JSON.parseObject(header(frame.array()))).isEqualTo(JSON.parseObject(header(golden.frame())));
        } else {
            frame.position(LENGTH_PREFIX);
            var again = RemotingCommand.decode(frame);
            var expected = extFields(golden.decoded());
            if (expected != null) {
                // An empty value cannot be told from null once it was read.
                expected.values().removeIf(Objects::isNull);
            }
            assertThat(again.getExtFields()).isEqualTo(expected);
        }
    }

    private static String header(byte[] frame) {
        var word = ByteBuffer.wrap(frame).getInt(4);
        return new String(frame, 8, RemotingCommand.getHeaderLength(word), StandardCharsets.UTF_8);
    }

    @Test
    void typed_headers_write_the_bytes_of_the_fast_codec() throws Exception {
        var headers = Map.<String, CommandCustomHeader>of(
                "rmq_req_pull_fast_codec", new PullMessageRequestHeader(),
                "rmq_req_send_v2_fast_codec", new SendMessageRequestHeaderV2(),
                "rmq_resp_send_ok", new SendMessageResponseHeader(),
                "rmq_resp_pull_found", new PullMessageResponseHeader());
        for (var golden :
                frames().filter(each -> headers.containsKey(each.name())).toList()) {
            var command = RemotingCommand.decode(golden.withoutPrefix());
            command.writeCustomHeader(command.readInto(headers.get(golden.name())));
            keepOnly(command, List.of("MSG_REGION", "TRACE_ON"));

            assertThat(command.encode().array()).as(golden.name()).isEqualTo(golden.frame());
        }
    }

    private static void keepOnly(RemotingCommand command, List<String> names) {
        command.getExtFields().keySet().retainAll(names);
        if (command.getExtFields().isEmpty()) {
            command.setExtFields(null);
        }
    }

    @Test
    void the_last_of_duplicate_entries_wins() throws Exception {
        var entries = HexFormat.of().parseHex("0001610000000131" + "0001610000000132");
        var header = Unpooled.buffer();
        header.writeInt(1 << 24 | 21 + entries.length);
        header.writeShort(1)
                .writeByte(0)
                .writeShort(409)
                .writeInt(7)
                .writeInt(0)
                .writeInt(0);
        header.writeInt(entries.length).writeBytes(entries);

        assertThat(RemotingCommand.decode(header).fields().getString("a")).isEqualTo("2");
    }
}
