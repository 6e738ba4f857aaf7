package org.apache.rocketmq.broker.offset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the file of offsets is written. */
class ConsumerOffsetsTest {
    @TempDir
    Path folder;

    @Test
    void nothingIsWrittenWhenNothingChanged() throws IOException {
        Path file = folder.resolve("consumerOffset.json");
        var offsets = new ConsumerOffsets(file);
        offsets.load();
        offsets.persist();
        assertThat(file).doesNotExist();

        offsets.commit("host", "group", "topic", 0, 5);
        offsets.persist();
        assertThat(file).exists();

        Files.delete(file);
        offsets.commit("host", "group", "topic", 0, 5);
        offsets.persist();
        assertThat(file).doesNotExist();

        offsets.commit("host", "group", "topic", 0, 6);
        offsets.persist();
        var again = new ConsumerOffsets(file);
        again.load();
        assertThat(again.find("group", "topic", 0)).isEqualTo(6);
    }

    @Test
    void aRemovalIsWrittenToo() throws IOException {
        Path file = folder.resolve("consumerOffset.json");
        var offsets = new ConsumerOffsets(file);
        offsets.commit("host", "gone", "topic", 0, 5);
        offsets.commit("host", "stays", "topic", 0, 5);
        offsets.persist();
        offsets.remove("gone");
        offsets.persist();

        assertThat(file).content().contains("topic@stays").doesNotContain("topic@gone");
    }

    @Test
    void whatOnlyCameFromTheMasterFollowsItAlsoBack() {
        var offsets = new ConsumerOffsets(folder.resolve("consumerOffset.json"));
        offsets.follow("topic@group", 0, null, 100);
        offsets.follow("topic@group", 0, 100L, 40);
        assertThat(offsets.find("group", "topic", 0)).isEqualTo(40);
    }

    @Test
    void whatAClientCommittedToTheSlaveStaysUntilTheMasterIsFurther() {
        var offsets = new ConsumerOffsets(folder.resolve("consumerOffset.json"));
        offsets.follow("topic@group", 0, null, 100);
        offsets.commit("client", "group", "topic", 0, 150);
        offsets.follow("topic@group", 0, 100L, 90);
        assertThat(offsets.find("group", "topic", 0)).isEqualTo(150);
        offsets.follow("topic@group", 0, 90L, 160);
        assertThat(offsets.find("group", "topic", 0)).isEqualTo(160);
    }

    @Test
    void anOffsetOfAnEarlierRunOfTheSlaveIsNotSetBack() {
        var offsets = new ConsumerOffsets(folder.resolve("consumerOffset.json"));
        offsets.commit("client", "group", "topic", 0, 150);
        offsets.follow("topic@group", 0, null, 90);
        offsets.follow("without a separator", 0, null, 90);
        assertThat(offsets.find("group", "topic", 0)).isEqualTo(150);
    }
}
