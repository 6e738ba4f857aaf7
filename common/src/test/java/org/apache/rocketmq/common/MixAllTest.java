package org.apache.rocketmq.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.rocketmq.common.subscription.SubscriptionGroupConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixAllTest {
    @TempDir
    Path folder;

    @Test
    void replacingAFileKeepsItsFormerContent() throws IOException {
        Path file = folder.resolve("config/topics.json");

        MixAll.string2File("one", file.toString());
        MixAll.string2File("two \u4e2d", file.toString());

        assertThat(MixAll.file2String(file.toString())).isEqualTo("two \u4e2d");
        assertThat(MixAll.file2String(file + ".bak")).isEqualTo("one");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void anEmptyFileDoesNotPushOutTheGoodCopy() throws IOException {
        Path file = folder.resolve("f");
        MixAll.string2File("one", file.toString());
        MixAll.string2File("two", file.toString());
        Files.write(file, new byte[0]);

        MixAll.string2File("three", file.toString());

        assertThat(MixAll.file2String(file + ".bak")).isEqualTo("one");
    }

    @Test
    void aMissingFileReadsAsNull() throws IOException {
        assertThat(MixAll.file2String(folder.resolve("none").toString())).isNull();
    }

    @Test
    void beansBecomePropertiesAndBack() {
        SubscriptionGroupConfig group = new SubscriptionGroupConfig();
        group.setGroupName("g");
        group.setRetryMaxTimes(3);
        group.setConsumeEnable(false);

        Properties properties = MixAll.object2Properties(group);
        SubscriptionGroupConfig copy = new SubscriptionGroupConfig();
        MixAll.properties2Object(properties, copy);

        assertThat(properties).containsEntry("retryMaxTimes", "3").containsEntry("brokerId", "0");
        assertThat(copy).isEqualTo(group);
    }

    @Test
    void aValueOfTheWrongTypeLeavesTheBeanAlone() {
        Properties properties = new Properties();
        properties.setProperty("retryMaxTimes", "many");
        SubscriptionGroupConfig group = new SubscriptionGroupConfig();

        MixAll.properties2Object(properties, group);

        assertThat(group.getRetryMaxTimes()).isEqualTo(16);
    }

    @Test
    void theFastPortIsTwoBelow() {
        assertThat(MixAll.brokerVIPChannel(true, "10.0.0.1:10911")).isEqualTo("10.0.0.1:10909");
        assertThat(MixAll.brokerVIPChannel(true, "[::1]:10911")).isEqualTo("[::1]:10909");
        assertThat(MixAll.brokerVIPChannel(false, "10.0.0.1:10911")).isEqualTo("10.0.0.1:10911");
    }

    @Test
    void aPositionOnlyRises() {
        AtomicLong position = new AtomicLong(5);

        assertThat(MixAll.compareAndIncreaseOnly(position, 7)).isTrue();
        assertThat(MixAll.compareAndIncreaseOnly(position, 6)).isFalse();
        assertThat(position).hasValue(7);
    }

    @Test
    void printsByteCountsForPeople() {
        assertThat(MixAll.humanReadableByteCount(1023, false)).isEqualTo("1023 B");
        assertThat(MixAll.humanReadableByteCount(1536, false)).isEqualTo("1.5 KiB");
        assertThat(MixAll.humanReadableByteCount(1500, true)).isEqualTo("1.5 kB");
    }
}
