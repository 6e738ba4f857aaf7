package org.apache.rocketmq.broker.delay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.json.Json;
import org.apache.rocketmq.common.persist.JsonFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far each level of delayed messages is delivered. Thread-safe.
 *
 * <p>File: {@code config/delayOffset.json}. Source: store format, JSON config files.
 */
public final class DelayOffsets {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.BROKER_LOGGER_NAME);

    /** The table as the file and the answer to request 45 hold it: level to the next queue offset. */
    public static final class Table {
        private Map<Integer, Long> offsetTable = new TreeMap<>();

        public Map<Integer, Long> getOffsetTable() {
            return offsetTable;
        }

        public void setOffsetTable(Map<Integer, Long> offsetTable) {
            this.offsetTable = offsetTable;
        }
    }

    private final JsonFile<Table> file;
    private final ConcurrentMap<Integer, Long> offsets = new ConcurrentHashMap<>();

    public DelayOffsets(Path path) {
        this.file = new JsonFile<>(path, Table.class);
    }

    /** @throws IOException when neither the file nor its backup can be read */
    public void load() throws IOException {
        file.load().map(Table::getOffsetTable).ifPresent(offsets::putAll);
    }

    /** The next offset of a level, or -1 when nothing of it was ever delivered. */
    public long find(int level) {
        return offsets.getOrDefault(level, -1L);
    }

    public void put(int level, long offset) {
        offsets.put(level, offset);
    }

    /** Level to next offset, for levels that have one; a copy in order of the levels. */
    public Map<Integer, Long> all() {
        return new TreeMap<>(offsets);
    }

    /** The table as JSON. */
    public byte[] encode() {
        return Json.writeBytes(snapshot());
    }

    /** Takes over the table of a master. */
    public void replaceAll(Table master) {
        offsets.putAll(master.getOffsetTable());
        persist();
    }

    private Table snapshot() {
        var table = new Table();
        table.setOffsetTable(all());
        return table;
    }

    /** Writes the file. Called by the broker's timer and at the end of delivery. */
    public synchronized void persist() {
        try {
            file.save(snapshot());
        } catch (IOException e) {
            // At worst messages are delivered again after a crash; the next round tries again.
            log.error("{} could not be written: {}", file.path(), e.toString(), e);
        }
    }
}
