package org.apache.rocketmq.common.protocol.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.rocketmq.common.json.Json;

/** Bodies and signatures that the official libraries produced, one JSON object per line of golden/bodies.jsonl. */
public final class GoldenBodies {
    /** One vector: its bytes and what they mean. */
    public record Vector(String name, byte[] bytes, Map<?, ?> decoded) {
        public String text(String member) {
            return (String) decoded.get(member);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private GoldenBodies() {}

    public static Stream<Vector> ofKind(String kind) {
        try (InputStream in = GoldenBodies.class.getResourceAsStream("/golden/bodies.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> (Map<?, ?>) Json.parse(line))
                    .map(line -> new Vector(
                            (String) line.get("name"), HexFormat.of().parseHex((String) line.get("hex")), (Map<?, ?>)
                                    line.get("decoded")))
                    .filter(vector -> kind.equals(vector.text("kind")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
