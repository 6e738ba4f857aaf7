package org.apache.rocketmq.common.protocol.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.json.Json;
import org.junit.jupiter.api.Test;

class RegisterBrokerBodyTest {
    private final GoldenBodies.Vector golden =
            GoldenBodies.ofKind("registerBrokerCompressed").findFirst().orElseThrow();

    @Test
    void the_compressed_form_of_an_official_broker_is_read() throws IOException {
        RegisterBrokerBody body = RegisterBrokerBody.decode(golden.bytes(), true);

        assertThat(Json.parse(body.toJson())).isEqualTo(Json.parse(golden.text("decodedPlainJson")));
    }

    @Test
    void the_compressed_form_inflates_to_the_bytes_of_an_official_broker() throws IOException {
        byte[] compressed = RegisterBrokerBody.decode(golden.bytes(), true).encode(true);

        byte[] plain = new InflaterInputStream(new ByteArrayInputStream(compressed)).readAllBytes();
        assertThat(HexFormat.of().formatHex(plain)).isEqualTo(golden.text("inflatedHex"));
    }

    @Test
    void the_compressed_form_loses_system_flag_and_order() throws IOException {
        RegisterBrokerBody body = new RegisterBrokerBody();
        TopicConfig topic = new TopicConfig("T", 3, 5, 4);
        topic.setOrder(true);
        topic.setTopicSysFlag(1);
        body.getTopicConfigSerializeWrapper().getTopicConfigTable().put("T", topic);
        body.setFilterServerList(List.of("a:1"));

        TopicConfig read = RegisterBrokerBody.decode(body.encode(true), true)
                .getTopicConfigSerializeWrapper()
                .getTopicConfigTable()
                .get("T");
        TopicConfig plain = RegisterBrokerBody.decode(body.encode(false), false)
                .getTopicConfigSerializeWrapper()
                .getTopicConfigTable()
                .get("T");

        assertThat(read).isEqualTo(new TopicConfig("T", 3, 5, 4));
        assertThat(plain).isEqualTo(topic);
    }

    @Test
    void a_damaged_compressed_form_is_refused() {
        byte[] cut = Arrays.copyOf(golden.bytes(), golden.bytes().length / 2);

        assertThatThrownBy(() -> RegisterBrokerBody.decode(cut, true)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> RegisterBrokerBody.decode(new byte[] {1, 2, 3}, true))
                .isInstanceOf(IOException.class);
    }
}
