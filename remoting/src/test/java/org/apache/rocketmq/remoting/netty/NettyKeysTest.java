package org.apache.rocketmq.remoting.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.rocketmq.common.config.ConfigKey;
import org.apache.rocketmq.common.config.ConfigSchema;
import org.junit.jupiter.api.Test;

/** The tables hold the properties of the 4.9 line, in its order, and few of ours. Source: configuration properties. */
class NettyKeysTest {
    private static final Set<String> OURS = Set.of("bindAddress");

    @Test
    void declaresTheServersKeys() throws Exception {
        assertDeclared(NettyServerConfigKeys.SCHEMA, new NettyServerConfig());
    }

    @Test
    void declaresTheClientsKeys() throws Exception {
        assertDeclared(NettyClientConfigKeys.SCHEMA, new NettyClientConfig());
    }

    private static <T> void assertDeclared(ConfigSchema<T> schema, T fresh) throws Exception {
        var expected = rows(schema.name());
        var inherited =
                schema.keys().stream().filter(key -> !OURS.contains(key.name())).toList();
        assertThat(inherited).extracting(ConfigKey::name).containsExactlyElementsOf(expected.keySet());
        for (var key : inherited) {
            var row = expected.get(key.name());
            assertThat(key.isDynamic()).as(key.name() + " is dynamic").isEqualTo(row[4].equals("y"));
            assertThat(key.doc()).as(key.name()).isNotBlank();
            if (row[3].matches("-?\\d+|true|false|[A-Z_]+|null")) {
                assertThat(String.valueOf(key.read(fresh))).as(key.name()).isEqualTo(row[3]);
            }
        }
    }

    private static Map<String, String[]> rows(String owner) throws Exception {
        try (var in = NettyKeysTest.class.getResourceAsStream("/config-keys.tsv")) {
            var rows = new LinkedHashMap<String, String[]>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .filter(row -> row[0].equals(owner))
                    .forEach(row -> rows.put(row[1], row));
            return rows;
        }
    }
}
