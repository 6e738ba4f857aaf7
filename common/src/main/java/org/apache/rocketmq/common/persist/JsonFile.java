package org.apache.rocketmq.common.persist;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.file.FileReplacement;
import org.apache.rocketmq.common.json.Json;
import org.apache.rocketmq.common.json.JsonException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One value persisted as pretty JSON in UTF-8, with its previous content beside it as {@code .bak}.
 *
 * <p>At every moment a complete old or new content is on disk. A file that is missing, empty or damaged is replaced by its
 * backup, with a warning that names it, and stays beside it as {@code .damaged}. Source: store format, JSON config files.
 *
 * <p>Guarded by its own lock.
 *
 * @param <T> what the file holds: a bean, a record
 */
public final class JsonFile<T> {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.COMMON_LOGGER_NAME);

    private final Path file;
    private final Path backup;
    private final Path damaged;
    private final Class<T> type;

    public JsonFile(Path file, Class<T> type) {
        this.file = file;
        this.backup = file.resolveSibling(file.getFileName() + ".bak");
        this.damaged = file.resolveSibling(file.getFileName() + ".damaged");
        this.type = type;
    }

    public Path path() {
        return file;
    }

    /**
     * What was saved last; empty when there is nothing, or only a damaged file that never had a backup.
     *
     * @throws IOException when the backup is needed and damaged too, or a file cannot be read
     */
    public synchronized Optional<T> load() throws IOException {
        try {
            return Optional.of(read(file));
        } catch (NoSuchFileException e) {
            return Files.exists(backup) ? loadBackup("it is missing") : Optional.empty();
        } catch (JsonException e) {
            return loadBackup(e.getMessage());
        }
    }

    private Optional<T> loadBackup(String damage) throws IOException {
        Optional<T> previous;
        try {
            previous = Optional.of(read(backup));
        } catch (NoSuchFileException e) {
            previous = Optional.empty();
        } catch (JsonException e) {
            throw new IOException(
                    file + " cannot be used (" + damage + "), nor can " + backup + " (" + e.getMessage()
                            + "); repair or remove both",
                    e);
        }
        setAside();
        if (previous.isPresent()) {
            log.warn("{} cannot be used ({}): going on with the previous content in {}", file, damage, backup);
        } else {
            log.error(
                    "{} cannot be used ({}) and has no backup: starting empty, its content is kept in {}",
                    file,
                    damage,
                    damaged);
        }
        return previous;
    }

    /** Out of the way of the next save, which would make a backup of it in place of the good one. */
    private void setAside() throws IOException {
        if (Files.exists(file)) {
            Files.move(file, damaged, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private T read(Path from) throws IOException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(from)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new JsonException("it is not UTF-8 text", e);
        }
        T value = Json.read(text, type);
        if (value == null) {
            throw new JsonException("it holds null");
        }
        return value;
    }

    /**
     * Replaces the content; returns when it is on disk.
     *
     * @throws IOException if that fails; the file then still holds its old content
     */
    public synchronized void save(T value) throws IOException {
        FileReplacement.replace(file, Json.writePretty(value));
    }
}
