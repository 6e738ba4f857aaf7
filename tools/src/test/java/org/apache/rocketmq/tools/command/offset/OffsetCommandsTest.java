package org.apache.rocketmq.tools.command.offset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.tools.fixture.CommandLine;
import org.apache.rocketmq.tools.fixture.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OffsetCommandsTest {
    private static final String QUEUE = "{\"brokerName\":\"broker-a\",\"queueId\":0,\"topic\":\"TopicTest\"}";

    private final ScriptedServer server = new ScriptedServer();

    @BeforeEach
    void serveTopics() {
        server.serveTopics(1);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String printed(String... words) {
        CommandLine run = CommandLine.run(server, words);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return run.out();
    }

    @Test
    void anOnlineGroupIsMovedByItsBrokers() {
        server.answer(RequestCode.INVOKE_BROKER_TO_RESET_OFFSET, "{\"offsetTable\":{" + QUEUE + ":250}}");
        assertThat(printed("resetOffsetByTime", "-g", "CG", "-t", "TopicTest", "-s", "2026-11-21#02:19:00:000"))
                .isEqualTo(
                        """
                        rollback consumer offset by specified group[CG], topic[TopicTest], force[true], timestamp(string)[2026-11-21#02:19:00:000], timestamp(long)[1795198740000]
                        #brokerName                               #queueId                                  #offset                                \s
                        broker-a                                  0                                         250                                    \s
                        """);
        assertThat(server.received(RequestCode.INVOKE_BROKER_TO_RESET_OFFSET)
                        .get(0)
                        .fields())
                .containsEntry("timestamp", "1795198740000")
                .containsEntry("isForce", "true");
    }

    @Test
    void skippingPrintsNoFirstLine() {
        server.answer(RequestCode.INVOKE_BROKER_TO_RESET_OFFSET, "{\"offsetTable\":{" + QUEUE + ":255}}");
        assertThat(printed("skipAccumulatedMessage", "-g", "CG", "-t", "TopicTest"))
                .startsWith("#brokerName");
        assertThat(server.received(RequestCode.INVOKE_BROKER_TO_RESET_OFFSET)
                        .get(0)
                        .fields())
                .containsEntry("timestamp", "-1");
    }

    @Test
    void anOfflineGroupIsMovedByItsStoredOffsets() {
        server.refuse(RequestCode.INVOKE_BROKER_TO_RESET_OFFSET, ResponseCode.CONSUMER_NOT_ONLINE, "not online");
        server.answer(
                RequestCode.GET_CONSUME_STATS,
                "{\"offsetTable\":{" + QUEUE + ":{\"brokerOffset\":300,\"consumerOffset\":200,\"lastTimestamp\":0}}}");
        server.on(RequestCode.GET_MAX_OFFSET, request -> ScriptedServer.success(new byte[0], Map.of("offset", "300")));
        server.accept(RequestCode.UPDATE_CONSUMER_OFFSET);
        assertThat(printed("resetOffsetByTime", "-g", "CG", "-t", "TopicTest", "-s", "now"))
                .isEqualTo(
                        """
                        rollback consumer offset by specified consumerGroup[CG], topic[TopicTest], force[true], timestamp(string)[now], timestamp(long)[-1]
                        #brokerName           #queueId              #brokerOffset         #consumerOffset       #timestampOffset      #rollbackOffset    \s
                        broker-a              0                     300                   200                   300                   300                \s
                        """);
        assertThat(server.received(RequestCode.UPDATE_CONSUMER_OFFSET).get(0).fields())
                .containsEntry("consumerGroup", "CG")
                .containsEntry("commitOffset", "300");
    }

    @Test
    void withoutForceAStoredOffsetOnlyMovesBack() {
        server.refuse(RequestCode.INVOKE_BROKER_TO_RESET_OFFSET, ResponseCode.CONSUMER_NOT_ONLINE, "not online");
        server.answer(
                RequestCode.GET_CONSUME_STATS,
                "{\"offsetTable\":{" + QUEUE + ":{\"brokerOffset\":300,\"consumerOffset\":200,\"lastTimestamp\":0}}}");
        server.on(
                RequestCode.SEARCH_OFFSET_BY_TIMESTAMP,
                request -> ScriptedServer.success(new byte[0], Map.of("offset", "250")));
        assertThat(printed("resetOffsetByTime", "-g", "CG", "-t", "TopicTest", "-s", "1", "-f", "false"))
                .endsWith("300                   200                   250                   200                 \n");
        assertThat(server.received(RequestCode.UPDATE_CONSUMER_OFFSET)).isEmpty();
    }

    @Test
    void cloningCopiesAllOffsetsOfTheGroup() {
        server.answer(
                RequestCode.GET_CONSUME_STATS,
                "{\"offsetTable\":{" + QUEUE + ":{\"brokerOffset\":300,\"consumerOffset\":200,\"lastTimestamp\":0},"
                        + QUEUE.replace("TopicTest", "Other") + ":{\"brokerOffset\":3,\"consumerOffset\":2}}}");
        server.accept(RequestCode.UPDATE_CONSUMER_OFFSET);
        assertThat(printed("cloneGroupOffset", "-s", "CG", "-d", "CG2", "-t", "TopicTest"))
                .isEqualTo("clone group offset success. srcGroup[CG], destGroup=[CG2], topic[TopicTest]\n");
        assertThat(server.received(RequestCode.UPDATE_CONSUMER_OFFSET))
                .extracting(request ->
                        request.fields().get("topic") + "=" + request.fields().get("commitOffset"))
                .containsExactlyInAnyOrder("TopicTest=200", "Other=2");
    }
}
