package org.apache.rocketmq.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.rocketmq.common.MQVersion.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MQVersionTest {

    @ParameterizedTest
    @CsvSource({
        "0,V3_0_0_SNAPSHOT",
        "15,V3_0_0_FINAL",
        "17,V3_0_1",
        "28,V3_0_7_SNAPSHOT",
        "37,V3_0_11",
        "45,V3_0_15",
        "47,V3_1_0",
        "62,V3_1_8_SNAPSHOT",
        "67,V3_2_0",
        "87,V3_3_1",
        "121,V3_4_9",
        "213,V4_0_0",
        "232,V4_1_0_SNAPSHOT",
        "399,V4_9_3",
        "401,V4_9_4",
        "407,V4_9_7",
        "409,V4_9_8",
        "413,V5_0_0",
        "612,HIGHER_VERSION"
    })
    void theOrdinalIsTheNumberOnTheWire(int ordinal, Version version) {
        assertThat(version.ordinal()).isEqualTo(ordinal);
        assertThat(MQVersion.getVersionDesc(ordinal)).isEqualTo(version.name());
    }

    @Test
    void everyReleaseFollowsItsSnapshot() {
        for (Version version : Version.values()) {
            if (version.name().endsWith("_SNAPSHOT") && version != Version.V3_0_0_SNAPSHOT) {
                String release = version.name().replace("_SNAPSHOT", "");
                assertThat(Version.valueOf(release).ordinal()).isEqualTo(version.ordinal() + 1);
            }
        }
        assertThat(Version.values()).hasSize(613);
    }

    @Test
    void numbersBeyondTheTableAreHigherVersionsAndNegativeOnesUnknown() {
        assertThat(MQVersion.value2Version(5000)).isEqualTo(Version.HIGHER_VERSION);
        assertThat(MQVersion.getVersionDesc(-1)).isEqualTo("UNKNOWN_VERSION_-1");
        assertThat(MQVersion.CURRENT_VERSION).isEqualTo(Version.V4_9_8.ordinal());
    }
}
