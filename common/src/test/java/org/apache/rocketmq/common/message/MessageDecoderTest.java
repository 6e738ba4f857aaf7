package org.apache.rocketmq.common.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alibaba.fastjson2.JSONObject;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.rocketmq.common.UtilAll;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageDecoderTest {

    static Stream<GoldenRecords.Vector> messageRecords() {
        return GoldenRecords.ofKind("messageRecord");
    }

    static Stream<GoldenRecords.Vector> offsetMsgIds() {
        return GoldenRecords.ofKind("offsetMsgId");
    }

    static Stream<GoldenRecords.Vector> properties() {
        return GoldenRecords.ofKind("properties");
    }

    static Stream<GoldenRecords.Vector> checksums() {
        return GoldenRecords.ofKind("crc32");
    }

    @ParameterizedTest
    @MethodSource("messageRecords")
    void decodesEveryMemberOfAnOfficialRecord(GoldenRecords.Vector vector) {
        JSONObject expected = vector.decoded();
        MessageClientExt message =
                (MessageClientExt) MessageDecoder.clientDecode(ByteBuffer.wrap(vector.bytes()), true);

        assertThat(message.getStoreSize()).isEqualTo(expected.getIntValue("totalSize"));
        assertThat(message.getBodyCRC()).isEqualTo(expected.getIntValue("bodyCRC"));
        assertThat(message.getQueueId()).isEqualTo(expected.getIntValue("queueId"));
        assertThat(message.getFlag()).isEqualTo(expected.getIntValue("flag"));
        assertThat(message.getQueueOffset()).isEqualTo(expected.getLongValue("queueOffset"));
        assertThat(message.getCommitLogOffset()).isEqualTo(expected.getLongValue("physicalOffset"));
        assertThat(message.getSysFlag()).isEqualTo(expected.getIntValue("sysFlag"));
        assertThat(message.getBornTimestamp()).isEqualTo(expected.getLongValue("bornTimestamp"));
        assertThat(message.getStoreTimestamp()).isEqualTo(expected.getLongValue("storeTimestamp"));
        assertThat(message.getReconsumeTimes()).isEqualTo(expected.getIntValue("reconsumeTimes"));
        assertThat(message.getPreparedTransactionOffset())
                .isEqualTo(expected.getLongValue("preparedTransactionOffset"));
        assertThat(message.getBornHostString()).isEqualTo(expected.getString("bornHost"));
        assertThat(((InetSocketAddress) message.getBornHost()).getPort()).isEqualTo(expected.getIntValue("bornPort"));
        InetSocketAddress storeHost = (InetSocketAddress) message.getStoreHost();
        assertThat(storeHost.getAddress().getHostAddress()).isEqualTo(expected.getString("storeHost"));
        assertThat(storeHost.getPort()).isEqualTo(expected.getIntValue("storePort"));
        assertThat(message.getBody()).asHexString().isEqualToIgnoringCase(expected.getString("bodyHexAfterDecompress"));
        assertThat(message.getTopic()).isEqualTo(expected.getString("topic"));
        assertThat(message.getProperties()).isEqualTo(vector.map("properties"));
        assertThat(message.getOffsetMsgId()).isEqualTo(expected.getString("offsetMsgId"));
        assertThat(message.getMsgId()).isEqualTo(expected.getString("clientMsgId"));
    }

    @ParameterizedTest
    @MethodSource("messageRecords")
    void encodesADecodedRecordByteForByte(GoldenRecords.Vector vector) throws Exception {
        MessageExt message = MessageDecoder.decode(ByteBuffer.wrap(vector.bytes()), true, false);

        assertThat(MessageDecoder.encode(message, false)).isEqualTo(vector.bytes());
    }

    @ParameterizedTest
    @MethodSource("messageRecords")
    void readsSingleFieldsWhereverTheRecordLies(GoldenRecords.Vector vector) {
        JSONObject expected = vector.decoded();
        int at = 5;
        ByteBuffer log = ByteBuffer.allocateDirect(vector.bytes().length + 10);
        log.put(at, vector.bytes());

        assertThat(RecordLayout.totalSize(log, at)).isEqualTo(expected.getIntValue("totalSize"));
        assertThat(RecordLayout.magic(log, at)).isEqualTo(RecordLayout.MESSAGE_MAGIC);
        assertThat(RecordLayout.bodyCrc(log, at)).isEqualTo(expected.getIntValue("bodyCRC"));
        assertThat(RecordLayout.queueId(log, at)).isEqualTo(expected.getIntValue("queueId"));
        assertThat(RecordLayout.flag(log, at)).isEqualTo(expected.getIntValue("flag"));
        assertThat(RecordLayout.queueOffset(log, at)).isEqualTo(expected.getLongValue("queueOffset"));
        assertThat(RecordLayout.physicalOffset(log, at)).isEqualTo(expected.getLongValue("physicalOffset"));
        int sysFlag = RecordLayout.sysFlag(log, at);
        assertThat(sysFlag).isEqualTo(expected.getIntValue("sysFlag"));
        assertThat(RecordLayout.bornTimestamp(log, at)).isEqualTo(expected.getLongValue("bornTimestamp"));
        assertThat(RecordLayout.storeTimestamp(log, at)).isEqualTo(expected.getLongValue("storeTimestamp"));
        assertThat(RecordLayout.reconsumeTimes(log, at)).isEqualTo(expected.getIntValue("reconsumeTimes"));
        assertThat(RecordLayout.preparedTransactionOffset(log, at)).isZero();
        int portAt = at + RecordLayout.storeHostAt(sysFlag) + RecordLayout.storeHostLength(sysFlag) - 4;
        assertThat(log.getInt(portAt)).isEqualTo(expected.getIntValue("storePort"));
        int bodyLength = RecordLayout.bodyLength(log, at);
        int bodyAt = RecordLayout.bodyAt(log, at);
        assertThat(UtilAll.crc32(log.duplicate().limit(bodyAt + bodyLength).position(bodyAt)))
                .isEqualTo(expected.getIntValue("bodyCRC"));
        int topicAt = RecordLayout.topicAt(log, at);
        int topicLength = RecordLayout.topicLength(log, topicAt);
        byte[] topic = new byte[topicLength];
        log.get(topicAt, topic);
        assertThat(new String(topic, StandardCharsets.UTF_8)).isEqualTo(expected.getString("topic"));
        int propertiesAt = RecordLayout.propertiesAt(log, topicAt);
        int propertiesLength = RecordLayout.propertiesLength(log, propertiesAt);
        assertThat(propertiesAt + propertiesLength).isEqualTo(at + vector.bytes().length);
        assertThat(RecordLayout.size(sysFlag, bodyLength, topicLength, propertiesLength))
                .isEqualTo(vector.bytes().length);
    }

    @Test
    void decodesRecordsBackToBack() {
        GoldenRecords.Vector vector =
                GoldenRecords.ofKind("pullBody").findFirst().orElseThrow();

        List<MessageExt> messages = MessageDecoder.decodes(ByteBuffer.wrap(vector.bytes()));

        List<JSONObject> expected = vector.decoded().getJSONArray("records").toList(JSONObject.class);
        assertThat(messages).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(messages.get(i).getMsgId()).isEqualTo(expected.get(i).getString("msgId"));
            assertThat(messages.get(i).getTopic()).isEqualTo(expected.get(i).getString("topic"));
            assertThat(messages.get(i).getStoreSize()).isEqualTo(expected.get(i).getIntValue("totalSize"));
            assertThat(messages.get(i).getQueueOffset())
                    .isEqualTo(expected.get(i).getLongValue("queueOffset"));
        }
    }

    @Test
    void anUnreadableRecordHidesTheRest() {
        byte[] body = GoldenRecords.ofKind("pullBody").findFirst().orElseThrow().bytes();
        ByteBuffer damaged = ByteBuffer.wrap(body);
        int second = RecordLayout.totalSize(damaged, 0);
        damaged.putInt(
                second + RecordLayout.SYS_FLAG,
                MessageSysFlag.COMPRESSED_FLAG | MessageSysFlag.COMPRESSION_TYPE_COMPARATOR);

        assertThat(MessageDecoder.decodes(damaged)).hasSize(1);
        assertThat(damaged.hasRemaining()).isFalse();
    }

    @Test
    void aDamagedBodyLengthIsNotAllocated() {
        byte[] bytes = messageRecords().findFirst().orElseThrow().bytes();
        ByteBuffer damaged = ByteBuffer.wrap(bytes).putInt(RecordLayout.bodyLengthAt(0), Integer.MAX_VALUE);

        assertThat(MessageDecoder.decode(damaged)).isNull();
    }

    @Test
    void decodesABatchRequestBody() throws Exception {
        GoldenRecords.Vector vector =
                GoldenRecords.ofKind("batchBody").findFirst().orElseThrow();

        List<Message> messages = MessageDecoder.decodeMessages(ByteBuffer.wrap(vector.bytes()));

        List<JSONObject> expected = vector.decoded().getJSONArray("messages").toList(JSONObject.class);
        assertThat(messages).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(messages.get(i).getFlag()).isEqualTo(expected.get(i).getIntValue("flag"));
            assertThat(messages.get(i).getBody())
                    .asHexString()
                    .isEqualToIgnoringCase(expected.get(i).getString("bodyHex"));
            assertThat(messages.get(i).getProperties())
                    .isEqualTo(GoldenRecords.textMap(expected.get(i).getJSONObject("properties")));
        }
        assertThat(MessageDecoder.encodeMessages(messages)).isEqualTo(vector.bytes());
    }

    @ParameterizedTest
    @MethodSource("offsetMsgIds")
    void readsAndWritesOffsetMessageIds(GoldenRecords.Vector vector) throws Exception {
        String text = vector.decoded().getString("text");

        MessageId id = MessageDecoder.decodeMessageId(text);

        InetSocketAddress address = (InetSocketAddress) id.getAddress();
        assertThat(address.getAddress().getHostAddress())
                .isEqualTo(vector.decoded().getString("ip"));
        assertThat(address.getPort()).isEqualTo(vector.decoded().getIntValue("port"));
        assertThat(id.getOffset()).isEqualTo(vector.decoded().getLongValue("physicalOffset"));
        assertThat(MessageDecoder.createMessageId(address, id.getOffset())).isEqualTo(text);
        ByteBuffer host = MessageExt.socketAddress2ByteBuffer(address);
        assertThat(MessageDecoder.createMessageId(ByteBuffer.allocate(28), host, id.getOffset()))
                .isEqualTo(text);
        assertThat(MessageDecoder.decodeMessageId(text.toLowerCase()).getOffset())
                .isEqualTo(id.getOffset());
    }

    @Test
    void aMessageIdOfTheWrongLengthIsNamed() {
        assertThatThrownBy(() -> MessageDecoder.decodeMessageId("0A0000"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0A0000");
    }

    @ParameterizedTest
    @MethodSource("properties")
    void readsProperties(GoldenRecords.Vector vector) {
        String text = new String(vector.bytes(), StandardCharsets.UTF_8);

        assertThat(MessageDecoder.string2messageProperties(text)).isEqualTo(vector.map("map"));
    }

    @Test
    void writesPropertiesWithoutNullsAndWithEmptyValues() {
        GoldenRecords.Vector vector =
                GoldenRecords.ofKind("propertiesEncode").findFirst().orElseThrow();

        String text = MessageDecoder.messageProperties2String(vector.map("map"));

        assertThat(text).isEqualTo(vector.decoded().getString("text"));
        assertThat(text.getBytes(StandardCharsets.UTF_8)).isEqualTo(vector.bytes());
    }

    @ParameterizedTest
    @MethodSource("checksums")
    void checksumIsCrc32WithoutItsTopBit(GoldenRecords.Vector vector) {
        assertThat(UtilAll.crc32(vector.bytes())).isEqualTo(vector.decoded().getIntValue("value"));
    }

    @Test
    void refusesATopicWhoseLengthDoesNotFitItsByte() {
        MessageExt message = new MessageExt();
        message.setTopic("t".repeat(128));
        message.setBornHost(new InetSocketAddress("127.0.0.1", 1));
        message.setStoreHost(new InetSocketAddress("127.0.0.1", 2));

        assertThatThrownBy(() -> MessageDecoder.encode(message, false)).hasMessage("topic of 128 bytes, limit 127");
    }

    @Test
    void decodesThePropertiesOfARecordAlone() {
        GoldenRecords.Vector vector = messageRecords().findFirst().orElseThrow();

        assertThat(MessageDecoder.decodeProperties(ByteBuffer.wrap(vector.bytes())))
                .isEqualTo(vector.map("properties"));
    }

    @Test
    void compressesTheBodyOnRequest() throws Exception {
        GoldenRecords.Vector vector = messageRecords()
                .filter(v -> v.name().equals("msg_compressed_lz4"))
                .findFirst()
                .orElseThrow();
        MessageExt message = MessageDecoder.decode(ByteBuffer.wrap(vector.bytes()));

        MessageExt again = MessageDecoder.decode(ByteBuffer.wrap(MessageDecoder.encode(message, true)));

        assertThat(again.getBody()).isEqualTo(message.getBody());
        assertThat(HexFormat.of().formatHex(again.getBody()))
                .isEqualTo(vector.decoded().getString("bodyHexAfterDecompress"));
    }
}
