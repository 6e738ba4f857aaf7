package org.apache.rocketmq.broker.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.rocketmq.broker.fixture.Heartbeats;
import org.apache.rocketmq.broker.fixture.Pulls;
import org.apache.rocketmq.broker.fixture.Sends;
import org.apache.rocketmq.broker.fixture.TestBroker;
import org.apache.rocketmq.broker.fixture.TestClient;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.header.QueryConsumeQueueRequestHeader;
import org.apache.rocketmq.common.protocol.header.QueryMessageRequestHeader;
import org.apache.rocketmq.common.protocol.header.QueryMessageResponseHeader;
import org.apache.rocketmq.common.protocol.header.ViewMessageRequestHeader;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding single messages. Source: broker specification, message queries. */
class MessageQueryTest {
    @TempDir
    static Path folder;

    private static TestBroker broker;
    private static TestClient client;

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.start(folder);
        client = broker.client();
        broker.topic("asked", 1);
        client.ask(Sends.to("asked", "one", "KEYS", "key1 shared", "UNIQ_KEY", "unique1", "TAGS", "A"));
        client.ask(Sends.to("asked", "two", "KEYS", "shared", "UNIQ_KEY", "unique2", "TAGS", "B"));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> byKey("shared", 10).getCode() == 0
                        && Pulls.bodies(byKey("shared", 10)).size() == 2);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static QueryMessageRequestHeader header(String key, int max) {
        var header = new QueryMessageRequestHeader();
        header.setTopic("asked");
        header.setKey(key);
        header.setMaxNum(max);
        header.setBeginTimestamp(0L);
        header.setEndTimestamp(Long.MAX_VALUE);
        return header;
    }

    private static RemotingCommand byKey(String key, int max) {
        return client.ask(RequestCode.QUERY_MESSAGE, header(key, max));
    }

    private static void assertRefused(RemotingCommand answer, int code, String remark) {
        assertThat(answer.getCode()).isEqualTo(code);
        assertThat(answer.getRemark()).isEqualTo(remark);
    }

    @Test
    void messagesAreFoundByAnyOfTheirKeys() {
        RemotingCommand answer = byKey("key1", 10);

        assertThat(Pulls.bodies(answer)).containsExactly("one");
        assertThat(Pulls.bodies(byKey("shared", 10))).containsExactlyInAnyOrder("one", "two");
        assertThat(TestBroker.read(answer, new QueryMessageResponseHeader()).getIndexLastUpdatePhyoffset())
                .isPositive();
    }

    @Test
    void noMoreAreFoundThanAskedForUnlessTheKeyIsUnique() {
        assertThat(Pulls.bodies(byKey("shared", 1))).hasSize(1);

        RemotingCommand unique = TestClient.request(RequestCode.QUERY_MESSAGE, header("unique2", 0), null);
        unique.addExtField("_UNIQUE_KEY_QUERY", "true");
        assertThat(Pulls.bodies(client.ask(unique))).containsExactly("two");
    }

    @Test
    void aKeyNobodyHasIsNotFound() {
        assertRefused(byKey("absent", 10), 22, "can not find message, maybe time range not correct");
    }

    @Test
    void aMessageIsReadByItsLogOffset() {
        var message =
                Pulls.messages(client.ask(Pulls.from("readers", "asked", 0, 1))).get(0);
        var header = new ViewMessageRequestHeader();
        header.setOffset(message.getCommitLogOffset());

        assertThat(Pulls.bodies(client.ask(RequestCode.VIEW_MESSAGE_BY_ID, header)))
                .containsExactly("two");
    }

    @Test
    void anOffsetWithoutAMessageIsNamed() {
        var header = new ViewMessageRequestHeader();
        header.setOffset(4_000_000L);
        assertRefused(
                client.ask(RequestCode.VIEW_MESSAGE_BY_ID, header), 1, "can not find message by the offset, 4000000");
        header.setOffset(-1L);
        assertRefused(client.ask(RequestCode.VIEW_MESSAGE_BY_ID, header), 1, "can not find message by the offset, -1");
        header.setOffset(17L);
        assertThat(client.ask(RequestCode.VIEW_MESSAGE_BY_ID, header).getCode())
                .as("in the middle of a record")
                .isEqualTo(1);
    }

    private static QueryConsumeQueueRequestHeader units(String topic, int queueId, long index) {
        var header = new QueryConsumeQueueRequestHeader();
        header.setTopic(topic);
        header.setQueueId(queueId);
        header.setIndex(index);
        header.setCount(10);
        return header;
    }

    @Test
    void theUnitsOfAQueueAreShownAsTheGroupSeesThem() {
        client.heartbeat(Heartbeats.consumer("c1", "looks_at_units", Heartbeats.subscription("asked", "A", 1)));
        var header = units("asked", 0, 0);
        header.setConsumerGroup("looks_at_units");

        String body =
                new String(client.ask(RequestCode.QUERY_CONSUME_QUEUE, header).getBody(), StandardCharsets.UTF_8);

        assertThat(body)
                .contains("\"maxQueueIndex\":2", "\"minQueueIndex\":0", "\"tagsCode\":" + "A".hashCode())
                .contains("\"tagsCode\":" + "B".hashCode(), "\"eval\":true", "\"eval\":false")
                .contains("\"subscriptionData\":{");
    }

    @Test
    void aQueueOrIndexThatIsNotThereIsNamed() {
        assertRefused(client.ask(RequestCode.QUERY_CONSUME_QUEUE, units("asked", 5, 0)), 1, "5@asked is not exist!");
        assertRefused(
                client.ask(RequestCode.QUERY_CONSUME_QUEUE, units("asked", 0, 99)),
                0,
                "Index 99 of 0@asked is not exist!");
    }
}
