package org.apache.rocketmq.tools.command.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.rocketmq.common.message.MessageAccessor;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.tools.fixture.CommandLine;
import org.apache.rocketmq.tools.fixture.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageCommandsTest {
    private final ScriptedServer server = new ScriptedServer();

    @BeforeEach
    void serveOneMessage() throws Exception {
        server.serveTopics(1);
        byte[] record = MessageDecoder.encode(message(), false);
        offset(RequestCode.GET_MIN_OFFSET, 0);
        offset(RequestCode.GET_MAX_OFFSET, 1);
        server.on(RequestCode.PULL_MESSAGE, request -> {
            boolean found = "0".equals(request.fields().get("queueOffset"));
            Map<String, String> fields =
                    Map.of("nextBeginOffset", "1", "minOffset", "0", "maxOffset", "1", "suggestWhichBrokerId", "0");
            RemotingCommand answer = ScriptedServer.success(found ? record : new byte[0], fields);
            answer.setCode(found ? 0 : 19);
            return answer;
        });
        server.on(
                RequestCode.QUERY_MESSAGE,
                request -> ScriptedServer.success(
                        record, Map.of("indexLastUpdateTimestamp", "1", "indexLastUpdatePhyoffset", "1")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void offset(int code, long offset) {
        server.on(code, request -> ScriptedServer.success(new byte[0], Map.of("offset", Long.toString(offset))));
    }

    private static MessageExt message() {
        MessageExt message = new MessageExt();
        message.setTopic("TopicTest");
        message.setBody("hello".getBytes());
        message.setTags("TagB");
        message.setKeys("KEY3");
        message.setBornHost(new InetSocketAddress("127.0.0.1", 38796));
        message.setStoreHost(new InetSocketAddress("127.0.0.1", 10911));
        message.setBornTimestamp(1795198762304L);
        message.setStoreTimestamp(1795198762307L);
        message.setCommitLogOffset(216493);
        message.setQueueId(0);
        message.setQueueOffset(0);
        MessageAccessor.putProperty(
                message, MessageConst.PROPERTY_UNIQ_CLIENT_MESSAGE_ID_KEYIDX, "7F00000160405FFD2B2765C755400006");
        return message;
    }

    private String printed(String... words) {
        CommandLine run = CommandLine.run(server, words);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return run.out();
    }

    @Test
    void allMessagesOfATopicArePrintedQueueByQueue() {
        assertThat(printed("printMsg", "-t", "TopicTest", "-s", "TagB"))
                .startsWith("minOffset=0, maxOffset=1, MessageQueue [topic=TopicTest, brokerName=broker-a, queueId=0]\n"
                        + "MSGID: 7F00000160405FFD2B2765C755400006 MessageExt [brokerName=broker-a, queueId=0, ")
                .endsWith(" BODY: hello\n" + "-".repeat(56) + "\n");
        assertThat(server.received(RequestCode.PULL_MESSAGE).get(0).fields())
                .containsEntry("consumerGroup", "TOOLS_CONSUMER")
                .containsEntry("subscription", "TagB")
                .containsEntry("sysFlag", "4");
    }

    @Test
    void aQueueCanBeCountedByTag() {
        assertThat(printed("printMsgByQueue", "-t", "TopicTest", "-a", "broker-a", "-i", "0", "-f", "true"))
                .isEqualTo("Tag: TagB                           Count: 1\n");
    }

    @Test
    void consumingEndsWhereTheQueueEnds() {
        assertThat(printed("consumeMessage", "-t", "TopicTest"))
                .startsWith("Consume ok\nMSGID: 7F00000160405FFD2B2765C755400006 ")
                .endsWith("MessageQueue [topic=TopicTest, brokerName=broker-a, queueId=0] print msg finished."
                        + " status=NO_NEW_MSG, offset=1\n");
    }

    @Test
    void consumingRefusesAQueueWithoutItsBroker() {
        CommandLine run = CommandLine.run(server, "consumeMessage", "-t", "TopicTest", "-i", "0");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("Please set the brokerName before queueId!\n");
    }

    @Test
    void aKeyFindsItsMessages() {
        assertThat(printed("queryMsgByKey", "-t", "TopicTest", "-k", "KEY3"))
                .isEqualTo("#Message ID                                        #QID                                  "
                        + "#Offset\n"
                        + "7F00000160405FFD2B2765C755400006                      0                                        "
                        + "0\n");
    }

    @Test
    void anUnknownKeyFails() {
        CommandLine run = CommandLine.run(server, "queryMsgByKey", "-t", "TopicTest", "-k", "NOKEY");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("mqadmin queryMsgByKey: CODE: 208  DESC: query message by key finished, but no message.\n");
    }

    @Test
    void aMessageIsShownFieldByFieldWithItsConsumers() {
        server.answer(RequestCode.QUERY_TOPIC_CONSUME_BY_WHO, "{\"groupList\":[\"CG_sample\"]}");
        server.refuse(RequestCode.GET_CONSUMER_CONNECTION_LIST, 206, "the consumer group[CG_sample] not online");
        assertThat(printed("queryMsgByUniqueKey", "-t", "TopicTest", "-i", "7F00000160405FFD2B2765C755400006"))
                .startsWith(
                        """
                        Topic:               TopicTest
                        Tags:                [TagB]
                        Keys:                [KEY3]
                        Queue ID:            0
                        Queue Offset:        0
                        CommitLog Offset:    216493
                        Reconsume Times:     0
                        Born Timestamp:      2026-11-21 02:19:22,304
                        Store Timestamp:     2026-11-21 02:19:22,307
                        Born Host:           127.0.0.1:38796
                        Store Host:          127.0.0.1:10911
                        System Flag:         0
                        Properties:          {""")
                .endsWith(
                        """
                        Message Body Path:   /tmp/rocketmq/msgbodys/7F00000160405FFD2B2765C755400006


                        MessageTrack [consumerGroup=CG_sample, trackType=NOT_ONLINE, exceptionDesc=CODE:206 DESC:the consumer group[CG_sample] not online]
                        """);
    }

    @Test
    void sendingToAQueueNeedsItsBroker() {
        CommandLine run = CommandLine.run(server, "sendMessage", "-t", "TopicTest", "-p", "x", "-i", "1");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("Broker name must be set if the queue is chosen!\n");
    }

    @Test
    void aMessageIsSentToTheChosenQueue() {
        server.on(
                RequestCode.SEND_MESSAGE_V2,
                request -> ScriptedServer.success(
                        new byte[0],
                        Map.of("msgId", "7F00000100002A9F0000000000000000", "queueId", "0", "queueOffset", "5")));
        assertThat(printed(
                        "sendMessage",
                        "-t",
                        "TopicTest",
                        "-p",
                        "\"hello body\"",
                        "-b",
                        "broker-a",
                        "-i",
                        "0",
                        "-k",
                        "K1"))
                .startsWith("#Broker Name                      #QID  #Send Result            #MsgId\n"
                        + "broker-a                          0     SEND_OK                 ");
        assertThat(server.received(RequestCode.SEND_MESSAGE_V2).get(0).body()).isEqualTo("hello body");
    }

    @Test
    void aTraceShowsTheSendAndThenTheConsumptionsByGroup() throws Exception {
        MessageExt trace = message();
        trace.setTopic("RMQ_SYS_TRACE_TOPIC");
        trace.setKeys("ID1");
        String text = "Pub|1795198762304|DefaultRegion|PG|TopicTest|ID1|TagB|KEY3|127.0.0.1:10911|5|6|0|OFFSETID|true~"
                + "Pub|1795198762304|DefaultRegion|PG|TopicTest|OTHER|TagB|KEY3|127.0.0.1:10911|5|6|0|OFFSETID|true~"
                + "SubBefore|1795198762400|null|CG|REQ|ID1|0|KEY3~"
                + "SubAfter|REQ|ID1|3|false|KEY3|4|1795198762400|CG~";
        trace.setBody(text.replace('|', '\u0001').replace('~', '\u0002').getBytes(StandardCharsets.UTF_8));
        byte[] record = MessageDecoder.encode(trace, false);
        server.on(
                RequestCode.QUERY_MESSAGE,
                request -> ScriptedServer.success(
                        record, Map.of("indexLastUpdateTimestamp", "1", "indexLastUpdatePhyoffset", "1")));
        assertThat(printed("QueryMsgTraceById", "-i", "ID1"))
                .isEqualTo(
                        """
                #Type      #ProducerGroup       #ClientHost          #SendTime            #CostTimes #Status  \s
                Pub        PG                   127.0.0.1            2026-11-21 02:19:22  6ms        success  \s

                #Type      #ConsumerGroup       #ClientHost          #ConsumerTime        #CostTimes #Status  \s
                Sub        CG                   127.0.0.1            2026-11-21 02:19:22  3ms        failed   \s

                """);
    }
}
