package org.apache.rocketmq.common.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.rocketmq.common.DataVersion;
import org.apache.rocketmq.common.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of a store that the official broker wrote. */
class GoldenConfigFileTest {
    record Topics(DataVersion dataVersion, Map<String, TopicConfig> topicConfigTable) {}

    record Bloom(int bitNum, int[] bitPos) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topics.json",
                "subscriptionGroup.json",
                "consumerOffset.json",
                "lmqConsumerOffset.json",
                "delayOffset.json"
            })
    void is_written_byte_for_byte_as_it_was_read(String name) throws IOException {
        String text = golden(name);

        assertThat(Json.writePretty(Json.parse(text))).isEqualTo(text);
    }

    @Test
    void a_bean_takes_the_same_shape_as_its_members() throws IOException {
        Topics topics = Json.read(golden("topics.json"), Topics.class);
        TopicConfig transactions = topics.topicConfigTable().get("GoldTx");

        assertThat(topics.dataVersion().getCounter()).hasValue(15);
        assertThat(transactions.getWriteQueueNums()).isEqualTo(2);
        assertThat(Json.parse(Json.writePretty(topics))).isEqualTo(Json.parse(golden("topics.json")));
        assertThat(golden("topics.json"))
                .contains(Json.writePretty(Map.of("GoldTx", transactions))
                        .replace("\n", "\n\t")
                        .replaceFirst("^\\{", "")
                        .replaceFirst("\\s*}$", ""));
    }

    @Test
    void number_arrays_stand_on_one_line() throws IOException {
        Map<?, ?> file = (Map<?, ?>) Json.parse(golden("consumerFilter.json"));
        Map<?, ?> topic = (Map<?, ?>) ((Map<?, ?>) file.get("filterDataByTopic")).get("GoldNormal");
        Map<?, ?> group = (Map<?, ?>) ((Map<?, ?>) topic.get("groupFilterData")).get("GoldSqlGroup");
        assertThat(((Map<?, ?>) group.get("bloomFilterData")).get("bitPos")).isEqualTo(List.of(53L, 27L, 1L));

        String bloom = Json.writePretty(new Bloom(112, new int[] {53, 27, 1})).replace("\n", "\n\t\t\t\t\t");
        assertThat(golden("consumerFilter.json")).contains("\"bloomFilterData\":" + bloom);
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = GoldenConfigFileTest.class.getResourceAsStream("/golden/config/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
