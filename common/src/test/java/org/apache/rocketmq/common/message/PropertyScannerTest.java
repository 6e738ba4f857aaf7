package org.apache.rocketmq.common.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PropertyScannerTest {
    // Few letters, many separators: collisions and odd entries are frequent.
    private static final String[] PIECES = {
        "\u0001", "\u0002", "a", "b", "TAGS", "\u4e2d", "\u00e9", "\ud83d\ude00", " "
    };

    private final PropertyScanner scanner = new PropertyScanner();

    static Stream<GoldenRecords.Vector> properties() {
        return GoldenRecords.ofKind("properties");
    }

    @ParameterizedTest
    @MethodSource("properties")
    void findsWhatOfficialReadersFind(GoldenRecords.Vector vector) {
        assertFindsAll(scanner.wrap(vector.bytes(), 0, vector.bytes().length), vector.map("map"));
    }

    @Test
    void agreesWithTheMapParserOnRandomText() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(24); i > 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            Map<String, String> expected = MessageDecoder.string2messageProperties(text.toString());
            for (PropertyScanner each : aroundEveryKindOfMemory(text.toString(), random)) {
                assertThat(scanAll(each)).as("seed %d, text %s", seed, text).isEqualTo(expected);
                assertFindsAll(each, expected);
            }
        }
    }

    private static List<PropertyScanner> aroundEveryKindOfMemory(String text, Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int before = random.nextInt(4);
        byte[] padded = new byte[before + bytes.length + 3];
        random.nextBytes(padded);
        System.arraycopy(bytes, 0, padded, before, bytes.length);
        ByteBuffer direct = ByteBuffer.allocateDirect(padded.length).put(padded).flip();
        List<PropertyScanner> scanners = new ArrayList<>();
        scanners.add(new PropertyScanner().wrap(padded, before, bytes.length));
        scanners.add(new PropertyScanner().wrap(direct, before, bytes.length));
        scanners.add(new PropertyScanner().wrap(ByteBuffer.wrap(padded).asReadOnlyBuffer(), before, bytes.length));
        ByteBuffer slice = ByteBuffer.wrap(padded).slice(before, padded.length - before);
        scanners.add(new PropertyScanner().wrap(slice, 0, bytes.length));
        return scanners;
    }

    private static Map<String, String> scanAll(PropertyScanner scanner) {
        Map<String, String> seen = new HashMap<>();
        scanner.rewind();
        while (scanner.next()) {
            seen.put(scanner.name(), scanner.value());
        }
        return seen;
    }

    private static void assertFindsAll(PropertyScanner scanner, Map<String, String> expected) {
        expected.forEach((name, value) -> {
            assertThat(scanner.find(PropertyScanner.name(name))).isTrue();
            assertThat(scanner.name()).isEqualTo(name);
            assertThat(scanner.value()).isEqualTo(value);
            assertThat(scanner.valueHash()).isEqualTo(value.hashCode());
        });
        assertThat(scanner.find(PropertyScanner.name("absent"))).isFalse();
        assertThat(scanner.count()).isGreaterThanOrEqualTo(expected.size());
        assertThat(scanner.tagsCode())
                .isEqualTo(expected.containsKey("TAGS") ? expected.get("TAGS").hashCode() : 0);
    }

    @Test
    void hashesMalformedTextAsTheDecoderShowsIt() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            byte[] value = new byte[1 + random.nextInt(6)];
            for (int i = 0; i < value.length; i++) {
                value[i] = (byte) (random.nextBoolean() ? 3 + random.nextInt(125) : -1 - random.nextInt(128));
            }
            byte[] entry = new byte[value.length + 2];
            entry[0] = 'n';
            entry[1] = 1;
            System.arraycopy(value, 0, entry, 2, value.length);

            assertThat(scanner.wrap(entry, 0, entry.length).next()).isTrue();
            assertThat(scanner.valueHash())
                    .as("seed %d, value %s", seed, java.util.Arrays.toString(value))
                    .isEqualTo(new String(value, StandardCharsets.UTF_8).hashCode());
        }
    }

    @Test
    void tellsWhereTheValueLiesInTheCallersBuffer() {
        byte[] text = "xxk\u0001value\u0002".getBytes(StandardCharsets.UTF_8);
        ByteBuffer slice = ByteBuffer.wrap(text).slice(1, text.length - 1);

        assertThat(scanner.wrap(slice, 1, slice.capacity() - 1).find(PropertyScanner.name("k")))
                .isTrue();
        assertThat(slice.get(scanner.valueOffset())).isEqualTo((byte) 'v');
        assertThat(scanner.valueLength()).isEqualTo(5);
        assertThat(slice.get(scanner.nameOffset())).isEqualTo((byte) 'k');
    }

    @Test
    void scansARecordInPlaceWithoutAllocating() {
        byte[] bytes =
                GoldenRecords.ofKind("messageRecord").findFirst().orElseThrow().bytes();
        ByteBuffer log = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        byte[] keys = PropertyScanner.name(MessageConst.PROPERTY_KEYS);
        scanTagsAndKeys(log, keys, 1_000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        // Asking may allocate a little itself; scanning may not add to that.
        long before = threads.getThreadAllocatedBytes(id);
        long afterNothing = threads.getThreadAllocatedBytes(id);

        long sum = scanTagsAndKeys(log, keys, 100_000);

        long afterScans = threads.getThreadAllocatedBytes(id);
        assertThat(sum).isEqualTo(100_000L * ("TagA".hashCode() + 5));
        assertThat(afterScans - afterNothing).isLessThan(afterNothing - before + 10_000);
    }

    private long scanTagsAndKeys(ByteBuffer log, byte[] keys, int rounds) {
        long sum = 0;
        for (int i = 0; i < rounds; i++) {
            int propertiesAt = RecordLayout.propertiesAt(log, RecordLayout.topicAt(log, 0));
            scanner.wrap(log, propertiesAt, RecordLayout.propertiesLength(log, propertiesAt));
            sum += scanner.tagsCode();
            sum += scanner.find(keys) ? scanner.valueLength() : 0;
        }
        return sum;
    }

    @Test
    void readsNumbers() {
        byte[] text = "a\u000112\u0002b\u0001-7\u0002c\u00011x\u0002d\u0001-\u0002e\u00019999999999999999999"
                .getBytes(StandardCharsets.UTF_8);
        scanner.wrap(text, 0, text.length);
        List<Long> numbers = new ArrayList<>();
        while (scanner.next()) {
            numbers.add(scanner.valueAsLong(-1));
        }

        assertThat(numbers).containsExactly(12L, -7L, -1L, -1L, -1L);
    }
}
