package org.apache.rocketmq.namesrv.kvconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KvConfigTest {
    @TempDir
    private Path folder;

    private Path file;
    private KvConfig config;

    @BeforeEach
    void startEmpty() throws IOException {
        file = folder.resolve("namesrv/kvConfig.json");
        config = new KvConfig(file);
        config.load();
    }

    private KvConfig reloaded() throws IOException {
        var again = new KvConfig(file);
        again.load();
        return again;
    }

    @Test
    void survivesARestartInTheFormOfTheOriginal() throws Exception {
        config.put("ORDER_TOPIC_CONFIG", "t", "broker-a:4");

        assertThat(file).hasContent("{\"configTable\":{\"ORDER_TOPIC_CONFIG\":{\"t\":\"broker-a:4\"}}}");
        assertThat(reloaded().get("ORDER_TOPIC_CONFIG", "t")).contains("broker-a:4");
    }

    @Test
    void aNamespaceStaysWhenItBecomesEmpty() throws Exception {
        config.put("n", "k", "v");
        config.delete("n", "k");
        config.delete("other", "k");

        assertThat(reloaded().namespace("n"))
                .hasValueSatisfying(pairs -> assertThat(pairs).isEmpty());
        assertThat(reloaded().namespace("other")).isEmpty();
    }

    @Test
    void aDamagedFileFallsBackToItsBackup() throws Exception {
        config.put("n", "k", "1");
        config.put("n", "k", "2");
        Files.writeString(file, "{\"configTable\":{\"n\"");

        assertThat(reloaded().get("n", "k")).contains("1");
    }

    @Test
    void aDamagedFileWithoutBackupIsNotOverwritten() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "garbage");

        assertThatThrownBy(this::reloaded).isInstanceOf(IOException.class).hasMessageContaining(file.toString());
        assertThat(file).hasContent("garbage");
    }

    @Test
    void nothingChangesWhenTheFileCannotBeWritten() throws Exception {
        var blocked = Files.writeString(folder.resolve("blocked"), "");
        var unwritable = new KvConfig(blocked.resolve("kvConfig.json"));

        assertThatThrownBy(() -> unwritable.put("n", "k", "v")).isInstanceOf(IOException.class);
        assertThat(unwritable.namespace("n")).isEmpty();
    }
}
