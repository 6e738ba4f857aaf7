package org.apache.rocketmq.distribution.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.rocketmq.distribution.fixture.RunningProgram;
import org.apache.rocketmq.distribution.fixture.UserAccount;

/** Settings of a master and its slave on one machine, and what lies in their folders. */
final class Pair {
    private Pair() {}

    static Map<String, String> master(String role) {
        return settings(Map.of("brokerRole", role, "brokerId", "0"));
    }

    static Map<String, String> slave() {
        return settings(Map.of("brokerRole", "SLAVE", "brokerId", "1"));
    }

    private static Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("brokerIP2", "127.0.0.1");
        settings.put("registerNameServerPeriod", "10000");
        return settings;
    }

    /** Waits until a file of the slave's metadata holds a text. */
    static void awaitMetadata(UserAccount slave, String file, String text) {
        Path path = slave.store().resolve("config").resolve(file);
        await().atMost(RunningProgram.PATIENCE)
                .untilAsserted(() -> assertThat(read(path)).contains(text));
    }

    /** Waits until the slave knows that a group has consumed so many messages of a topic. */
    static void awaitConsumed(UserAccount slave, String topic, String group, long count) {
        Path path = slave.store().resolve("config/consumerOffset.json");
        Pattern entry = Pattern.compile(Pattern.quote("\"" + topic + "@" + group + "\"") + "\\s*:\\s*\\{([^}]*)}");
        await().atMost(RunningProgram.PATIENCE).untilAsserted(() -> {
            String content = read(path);
            Matcher found = entry.matcher(content);
            assertThat(found.find()).as(content).isTrue();
            long sum = Arrays.stream(found.group(1).split(","))
                    .mapToLong(pair -> Long.parseLong(pair.split(":")[1].trim()))
                    .sum();
            assertThat(sum).as(content).isEqualTo(count);
        });
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
