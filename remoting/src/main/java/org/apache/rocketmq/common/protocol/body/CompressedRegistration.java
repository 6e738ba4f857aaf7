package org.apache.rocketmq.common.protocol.body;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.rocketmq.common.DataVersion;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.json.Json;
import org.apache.rocketmq.common.json.JsonException;

/**
 * The compressed form of a registration: one zlib stream over the data version (JSON), the topics (one line of text each)
 * and the filter servers (JSON), each behind an int32 length. Source: wire protocol, RegisterBrokerBody, compressed form.
 */
final class CompressedRegistration {
    /** A registration that inflates beyond this is refused: a million topics need less. */
    private static final int MAX_INFLATED_BYTES = 256 << 20;

    private CompressedRegistration() {}

    static byte[] write(RegisterBrokerBody body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater))) {
            TopicConfigSerializeWrapper topics = body.getTopicConfigSerializeWrapper();
            writeBlock(out, Json.write(topics.getDataVersion()));
            Collection<TopicConfig> configs =
                    new ArrayList<>(topics.getTopicConfigTable().values());
            out.writeInt(configs.size());
            for (TopicConfig config : configs) {
                writeBlock(out, config.encode());
            }
            writeBlock(out, Json.write(body.getFilterServerList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void writeBlock(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    static RegisterBrokerBody read(byte[] data) throws IOException {
        RegisterBrokerBody body = new RegisterBrokerBody();
        try (DataInputStream in = new DataInputStream(inflated(data))) {
            TopicConfigSerializeWrapper topics = body.getTopicConfigSerializeWrapper();
            topics.setDataVersion(Json.read(readBlock(in), DataVersion.class));
            ConcurrentMap<String, TopicConfig> table = topics.getTopicConfigTable();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                TopicConfig topic = topic(readBlock(in));
                table.put(topic.getTopicName(), topic);
            }
            body.setFilterServerList(List.of(Json.read(readBlock(in), String[].class)));
        } catch (JsonException | IllegalArgumentException e) {
            throw new IOException("damaged compressed registration: " + e.getMessage(), e);
        }
        return body;
    }

    private static ByteArrayInputStream inflated(byte[] data) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(data))) {
            byte[] plain = in.readNBytes(MAX_INFLATED_BYTES + 1);
            if (plain.length > MAX_INFLATED_BYTES) {
                throw new IOException("compressed registration inflates to more than " + MAX_INFLATED_BYTES + " bytes");
            }
            return new ByteArrayInputStream(plain);
        }
    }

    private static String readBlock(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException(
                    "damaged compressed registration: block of " + length + " bytes, " + in.available() + " left");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static TopicConfig topic(String line) throws IOException {
        TopicConfig topic = new TopicConfig();
        if (!topic.decode(line)) {
            throw new IOException("damaged compressed registration: topic line '" + line + "'");
        }
        return topic;
    }
}
