package org.apache.rocketmq.namesrv.kvconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.file.FileReplacement;
import org.apache.rocketmq.common.json.Json;
import org.apache.rocketmq.common.json.JsonException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Namespaces of key-value pairs, kept in a file. Thread-safe: readers see an immutable table, writers are guarded by this
 * and replace it after the file is written.
 */
public final class KvConfig {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.NAMESRV_LOGGER_NAME);

    private final Path file;
    private volatile Map<String, Map<String, String>> table = Map.of();

    public KvConfig(Path file) {
        this.file = file;
    }

    /**
     * Reads the file, or its {@code .bak} when the file is damaged or missing. Neither there: an empty table.
     *
     * @throws IOException when what is there cannot be read, so that nothing is lost by overwriting it
     */
    public synchronized void load() throws IOException {
        var backup = file.resolveSibling(file.getFileName() + ".bak");
        try {
            if (Files.exists(file)) {
                table = parse(file);
                return;
            }
        } catch (IOException damaged) {
            if (!Files.exists(backup)) {
                throw damaged;
            }
            log.error("{}; falling back to {}", damaged.getMessage(), backup);
        }
        if (Files.exists(backup)) {
            table = parse(backup);
            log.warn("the KV configuration was read from {} because {} is missing or damaged", backup, file);
        }
    }

    private static Map<String, Map<String, String>> parse(Path path) throws IOException {
        try {
            var content = Json.read(Files.readAllBytes(path), KvConfigFile.class);
            if (content == null || content.getConfigTable() == null) {
                throw new IOException("the KV configuration file " + path + " holds no configTable");
            }
            return content.getConfigTable();
        } catch (JsonException damaged) {
            throw new IOException(
                    "the KV configuration file " + path + " is damaged: " + damaged.getMessage(), damaged);
        }
    }

    /** @throws IOException when the file cannot be written; nothing is changed then */
    public void put(String namespace, String key, String value) throws IOException {
        change(namespace, pairs -> pairs.put(key, value));
        log.info("KV config put, Namespace: {} Key: {} Value: {}", namespace, key, value);
    }

    /** A namespace stays when it becomes empty: brokers then clear their order flags. Unknown keys are fine. */
    public void delete(String namespace, String key) throws IOException {
        if (get(namespace, key).isEmpty()) {
            return;
        }
        change(namespace, pairs -> pairs.remove(key));
        log.info("KV config deleted, Namespace: {} Key: {}", namespace, key);
    }

    /** Empty when unknown, or when a name is null. */
    public Optional<String> get(String namespace, String key) {
        return key == null ? Optional.empty() : namespace(namespace).map(pairs -> pairs.get(key));
    }

    /** All pairs of a namespace, not to be changed; empty when it does not exist. */
    public Optional<Map<String, String>> namespace(String namespace) {
        return namespace == null ? Optional.empty() : Optional.ofNullable(table.get(namespace));
    }

    public void logAll() {
        table.forEach((namespace, pairs) -> pairs.forEach(
                (key, value) -> log.info("KV config, Namespace: {} Key: {} Value: {}", namespace, key, value)));
    }

    private synchronized void change(String namespace, Consumer<Map<String, String>> change) throws IOException {
        var pairs = new TreeMap<>(table.getOrDefault(namespace, Map.of()));
        change.accept(pairs);
        var changed = new HashMap<>(table);
        changed.put(namespace, pairs);
        var content = new KvConfigFile();
        content.setConfigTable(changed);
        FileReplacement.replace(file, Json.write(content));
        table = changed;
    }
}
