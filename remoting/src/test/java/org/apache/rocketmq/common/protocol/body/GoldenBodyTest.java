package org.apache.rocketmq.common.protocol.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.rocketmq.common.DataVersion;
import org.apache.rocketmq.common.admin.ConsumeStats;
import org.apache.rocketmq.common.admin.TopicStatsTable;
import org.apache.rocketmq.common.json.Json;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.heartbeat.HeartbeatData;
import org.apache.rocketmq.common.protocol.route.TopicRouteData;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenBodyTest {
    private static final Map<String, Class<? extends RemotingSerializable>> TYPES = Stream.of(
                    TopicRouteData.class,
                    ClusterInfo.class,
                    HeartbeatData.class,
                    DataVersion.class,
                    RegisterBrokerBody.class,
                    TopicStatsTable.class,
                    ConsumeStats.class,
                    ConsumerOffsetSerializeWrapper.class,
                    ResetOffsetBody.class)
            .collect(java.util.stream.Collectors.toMap(Class::getSimpleName, type -> type));

    static Stream<GoldenBodies.Vector> bodies() {
        return GoldenBodies.ofKind("json");
    }

    /** Trees tell bare from quoted keys: the former are numbers, the latter texts. */
    @ParameterizedTest
    @MethodSource("bodies")
    void is_written_as_it_was_read(GoldenBodies.Vector vector) {
        RemotingSerializable body = RemotingSerializable.decode(vector.bytes(), TYPES.get(vector.text("type")));

        boolean standard = vector.name().endsWith("_standard");
        byte[] written = standard ? Json.writeStandardBytes(body) : body.encode();

        assertThat(Json.parse(new String(written, StandardCharsets.UTF_8)))
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(Json.parse(vector.text("text")));
    }

    @Test
    void the_standard_route_is_written_byte_for_byte() {
        GoldenBodies.Vector vector = bodies().filter(each -> each.name().equals("body_topic_route_standard"))
                .findFirst()
                .orElseThrow();

        TopicRouteData route = RemotingSerializable.decode(vector.bytes(), TopicRouteData.class);

        assertThat(route.getOrderTopicConf()).isEqualTo("broker-a:4;中/x");
        assertThat(route.getBrokerDatas().get(0).getBrokerAddrs()).containsEntry(1L, "10.0.0.2:10911");
        assertThat(Json.writeStandardBytes(route)).asString().isEqualTo(vector.text("text"));
    }

    @Test
    void queues_are_keys_of_the_statistics() {
        GoldenBodies.Vector vector = bodies().filter(each -> each.name().equals("body_consume_stats"))
                .findFirst()
                .orElseThrow();

        ConsumeStats stats = RemotingSerializable.decode(vector.bytes(), ConsumeStats.class);

        assertThat(stats.getOffsetTable()).containsOnlyKeys(new MessageQueue("TopicTest", "broker-a", 0));
        assertThat(stats.computeTotalDiff()).isEqualTo(3);
        assertThat(stats.getConsumeTps()).isEqualTo(0.5);
    }
}
