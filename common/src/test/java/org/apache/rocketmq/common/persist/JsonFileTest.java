package org.apache.rocketmq.common.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.apache.rocketmq.common.constant.LoggerName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class JsonFileTest {
    record Offsets(TreeMap<String, TreeMap<Integer, Long>> offsetTable) {
        static Offsets of(long offset) {
            var queues = new TreeMap<Integer, Long>();
            queues.put(0, offset);
            var table = new TreeMap<String, TreeMap<Integer, Long>>();
            table.put("主题@group", queues);
            return new Offsets(table);
        }
    }

    @TempDir
    Path folder;

    private Path path;
    private Path backup;
    private JsonFile<Offsets> file;

    @BeforeEach
    void nameFiles() {
        path = folder.resolve("config/consumerOffset.json");
        backup = folder.resolve("config/consumerOffset.json.bak");
        file = new JsonFile<>(path, Offsets.class);
    }

    @Test
    void nothing_was_ever_saved() throws IOException {
        assertThat(file.load()).isEmpty();
    }

    @Test
    void what_was_saved_comes_back() throws IOException {
        file.save(Offsets.of(7));

        assertThat(file.load()).contains(Offsets.of(7));
        assertThat(Files.readString(path)).isEqualTo("{\n\t\"offsetTable\":{\n\t\t\"主题@group\":{0:7\n\t\t}\n\t}\n}");
    }

    @Test
    void the_previous_content_is_kept_and_no_temporary_file_stays() throws IOException {
        file.save(Offsets.of(7));
        file.save(Offsets.of(8));

        assertThat(file.load()).contains(Offsets.of(8));
        assertThat(Files.readString(backup)).contains("0:7");
        try (var left = Files.list(path.getParent())) {
            assertThat(left).containsExactlyInAnyOrder(path, backup);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "{\"offsetTable\":{\"t@g\":{0:1",
                "{\"offsetTable\":[1]}",
                "null",
                "\0\0\0\0",
                "not json"
            })
    void a_damaged_file_is_replaced_by_its_backup_with_a_warning(String damage) throws IOException {
        file.save(Offsets.of(7));
        file.save(Offsets.of(8));
        Files.writeString(path, damage);

        try (var warnings = new Warnings()) {
            assertThat(file.load()).contains(Offsets.of(7));
            assertThat(warnings.text()).contains(path.toString());
        }
    }

    @Test
    void a_file_that_is_not_utf8_is_damaged() throws IOException {
        file.save(Offsets.of(7));
        file.save(Offsets.of(8));
        Files.write(path, new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'});

        assertThat(file.load()).contains(Offsets.of(7));
    }

    @Test
    void a_missing_file_is_replaced_by_its_backup() throws IOException {
        file.save(Offsets.of(7));
        file.save(Offsets.of(8));
        Files.delete(path);

        assertThat(file.load()).contains(Offsets.of(7));
    }

    @Test
    void damage_without_a_usable_backup_is_an_error_that_names_both_files() throws IOException {
        file.save(Offsets.of(7));
        file.save(Offsets.of(8));
        Files.writeString(path, "{");
        Files.writeString(backup, "{");

        assertThatThrownBy(() -> file.load())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining(backup.toString());
    }

    @Test
    void damage_without_any_backup_starts_empty_and_keeps_what_was_there() throws IOException {
        file.save(Offsets.of(7));
        Files.writeString(path, "{torn");

        try (var warnings = new Warnings()) {
            assertThat(file.load()).isEmpty();
            assertThat(warnings.text()).contains(path.toString());
        }
        assertThat(path.resolveSibling("consumerOffset.json.damaged")).hasContent("{torn");
    }

    @Test
    void a_damaged_file_never_becomes_the_backup() throws IOException {
        file.save(Offsets.of(7));
        file.save(Offsets.of(8));
        Files.writeString(path, "{torn");
        file.load();

        file.save(Offsets.of(9));

        assertThat(file.load()).contains(Offsets.of(9));
        assertThat(Files.readString(backup)).contains("0:7");
    }

    /** What the common logger says while this is open. */
    private static final class Warnings implements AutoCloseable {
        private final Logger logger = (Logger) LoggerFactory.getLogger(LoggerName.COMMON_LOGGER_NAME);
        private final ListAppender<ILoggingEvent> events = new ListAppender<>();

        Warnings() {
            events.start();
            logger.addAppender(events);
        }

        String text() {
            return events.list.toString();
        }

        @Override
        public void close() {
            logger.detachAppender(events);
        }
    }
}
