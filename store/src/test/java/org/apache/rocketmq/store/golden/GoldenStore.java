package org.apache.rocketmq.store.golden;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** An unpacked golden store: {@code store-clean}, {@code store-crashed} or {@code store-ext}. */
public final class GoldenStore {
    public static final int QUEUE_FILE_BYTES = 6000;
    public static final int EXT_QUEUE_FILE_BYTES = 1000;
    public static final int EXT_FILE_BYTES = 1024;
    public static final int LOG_FILE_BYTES = 1048576;
    public static final int INDEX_SLOTS = 100;
    public static final int INDEX_ENTRIES = 400;

    private static final int MESSAGE_MAGIC = 0xDAA320A7;
    private static final int BLANK_MAGIC = 0xCBD43194;

    private final Path root;
    private final JSONObject manifest;
    private final TreeMap<Long, ByteBuffer> log = new TreeMap<>();

    private GoldenStore(Path root, JSONObject manifest) {
        this.root = root;
        this.manifest = manifest;
    }

    public static GoldenStore unpack(String name, Path folder) throws IOException {
        Path archive = folder.resolve(name + ".tar.gz");
        try (InputStream in = resource(name + ".tar.gz")) {
            Files.copy(in, archive, StandardCopyOption.REPLACE_EXISTING);
        }
        Process tar = new ProcessBuilder("tar", "xzf", archive.toString(), "-C", folder.toString())
                .inheritIO()
                .start();
        try {
            if (!tar.waitFor(60, TimeUnit.SECONDS) || tar.exitValue() != 0) {
                throw new IOException("tar cannot unpack " + archive);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        try (InputStream in = resource("store-manifest.json")) {
            JSONObject all = JSON.parseObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            GoldenStore store = new GoldenStore(folder.resolve("store"), all.getJSONObject(name));
            store.loadLog();
            return store;
        }
    }

    private static InputStream resource(String name) {
        return GoldenStore.class.getResourceAsStream("/golden/" + name);
    }

    private void loadLog() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(root.resolve("commitlog"))) {
            for (Path file : files) {
                log.put(Long.parseLong(file.getFileName().toString()), ByteBuffer.wrap(Files.readAllBytes(file)));
            }
        }
    }

    public Path root() {
        return root;
    }

    public JSONObject manifest() {
        return manifest;
    }

    public List<JSONObject> list(String name) {
        return manifest.getJSONArray(name).toList(JSONObject.class);
    }

    /** Store timestamp of the record at a log offset. */
    public long storeTimeAt(long physicalOffset, int recordSize) {
        return recordAt(physicalOffset).storeTimestamp();
    }

    /** All records in log order. */
    public List<Record> records() {
        List<Record> result = new ArrayList<>();
        for (Map.Entry<Long, ByteBuffer> file : log.entrySet()) {
            int position = 0;
            ByteBuffer bytes = file.getValue();
            while (position + 8 <= bytes.capacity() && bytes.getInt(position + 4) == MESSAGE_MAGIC) {
                Record record = recordAt(file.getKey() + position);
                result.add(record);
                position += record.size();
            }
            if (position + 8 > bytes.capacity() || bytes.getInt(position + 4) != BLANK_MAGIC) {
                break;
            }
        }
        return result;
    }

    private Record recordAt(long physicalOffset) {
        Map.Entry<Long, ByteBuffer> file = log.floorEntry(physicalOffset);
        int start = (int) (physicalOffset - file.getKey());
        int size = file.getValue().getInt(start);
        ByteBuffer record = file.getValue().slice(start, size);
        int sysFlag = record.getInt(36);
        int bornHost = (sysFlag & 16) == 0 ? 8 : 20;
        int storeHost = (sysFlag & 32) == 0 ? 8 : 20;
        record.position(48 + bornHost);
        long storeTimestamp = record.getLong();
        record.position(record.position() + storeHost + 4 + 8);
        record.position(record.position() + 4 + record.getInt(record.position()));
        String topic = text(record, record.get());
        String properties = text(record, record.getShort());
        return new Record(
                topic,
                record.getInt(12),
                record.getLong(20),
                record.getLong(28),
                size,
                sysFlag,
                storeTimestamp,
                properties(properties));
    }

    private static String text(ByteBuffer record, int length) {
        byte[] bytes = new byte[length];
        record.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Map<String, String> properties(String text) {
        Map<String, String> result = new LinkedHashMap<>();
        for (String pair : text.split("\u0002")) {
            int cut = pair.indexOf('\u0001');
            if (cut > 0 && cut < pair.length() - 1) {
                result.put(pair.substring(0, cut), pair.substring(cut + 1));
            }
        }
        return result;
    }

    /** What the views are made of. */
    public record Record(
            String topic,
            int queueId,
            long queueOffset,
            long physicalOffset,
            int size,
            int sysFlag,
            long storeTimestamp,
            Map<String, String> properties) {
        /** Tags code of the unit. */
        public long tagsCode() {
            if (topic.equals("SCHEDULE_TOPIC_XXXX")) {
                return storeTimestamp + 1000 * delaySeconds(Integer.parseInt(properties.get("DELAY")));
            }
            String tags = properties.get("TAGS");
            return tags == null ? 0 : tags.hashCode();
        }

        private static long delaySeconds(int level) {
            long[] seconds = {1, 5, 10, 30, 60, 120, 180, 240, 300, 360, 420, 480, 540, 600, 1200, 1800, 3600, 7200};
            return seconds[Math.min(level, seconds.length) - 1];
        }

        /** Keys in the order in which they are indexed. */
        public List<String> keys() {
            List<String> keys = new ArrayList<>();
            if (properties.containsKey("UNIQ_KEY")) {
                keys.add(properties.get("UNIQ_KEY"));
            }
            Collections.addAll(keys, properties.getOrDefault("KEYS", "").split(" "));
            keys.removeIf(String::isEmpty);
            return keys;
        }
    }
}
