package org.apache.rocketmq.common.message;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The vectors that the official libraries produced, one JSON object per line of golden/records.jsonl. */
final class GoldenRecords {

    /** One vector: its bytes and what they mean. */
    record Vector(String name, byte[] bytes, JSONObject decoded) {
        Map<String, String> map(String member) {
            return textMap(decoded.getJSONObject(member));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private GoldenRecords() {}

    static Map<String, String> textMap(JSONObject object) {
        if (object == null) {
            return null;
        }
        Map<String, String> map = new LinkedHashMap<>();
        object.forEach((name, value) -> map.put(name, (String) value));
        return map;
    }

    static Stream<Vector> ofKind(String kind) {
        try (InputStream in = GoldenRecords.class.getResourceAsStream("/golden/records.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(JSON::parseObject)
                    .map(line -> new Vector(
                            line.getString("name"),
                            HexFormat.of().parseHex(line.getString("hex")),
                            line.getJSONObject("decoded")))
                    .filter(vector -> kind.equals(vector.decoded().getString("kind")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
