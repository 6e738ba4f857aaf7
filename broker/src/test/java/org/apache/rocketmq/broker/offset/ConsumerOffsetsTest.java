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
}
