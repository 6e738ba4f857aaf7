package org.apache.rocketmq.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.rocketmq.broker.fixture.Sends;
import org.apache.rocketmq.broker.fixture.TestBroker;
import org.apache.rocketmq.broker.fixture.TestClient;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that lack what they need, or hold what nobody can read, are answered, and the broker goes on. */
class MalformedRequestTest {
    @TempDir
    static Path folder;

    private static TestBroker broker;
    private static TestClient client;

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.start(folder);
        client = broker.client();
        broker.topic("healthy", 1);
    }

    @AfterAll
    static void stop() {
        assertThat(client.ask(Sends.to("healthy", "still here")).getCode()).isZero();
        broker.close();
    }

    @ParameterizedTest
    @CsvSource({
        "11, consumerGroup",
        "12, maxNum",
        "14, topic",
        "15, consumerGroup",
        "29, topic",
        "30, topic",
        "31, topic",
        "32, topic",
        "36, offset",
        "207, groupName",
        "208, consumerGroup",
        "308, topic",
        "309, msgId",
        "314, srcGroup",
        "321, topic"
    })
    void aMissingHeaderFieldIsNamed(int code, String field) {
        RemotingCommand answer = client.ask(code, null);

        assertThat(answer.getCode()).isEqualTo(1);
        assertThat(answer.getRemark()).isEqualTo("the header field " + field + " is missing or cannot be read");
    }

    @ParameterizedTest
    @CsvSource({
        "34, HeartbeatData",
        "41, LockBatchRequestBody",
        "42, UnlockBatchRequestBody",
        "200, SubscriptionGroupConfig"
    })
    void aMissingBodyIsNamed(int code, String type) {
        RemotingCommand answer = client.ask(code, null);

        assertThat(answer.getCode()).isEqualTo(1);
        assertThat(answer.getRemark()).isEqualTo("request " + code + " needs a JSON body (" + type + ") and has none");
    }

    @ParameterizedTest
    @ValueSource(ints = {34, 41, 42, 200})
    void aBodyThatIsNoJsonIsNamed(int code) {
        for (String body : new String[] {"{garbage", "[1,2", "\u0000\u0001", "{\"clientID\":{}}x", "5", "\"text\""}) {
            RemotingCommand answer = client.ask(code, null, body.getBytes(UTF_8));

            assertThat(answer.getCode()).as(body).isEqualTo(1);
            assertThat(answer.getRemark())
                    .as(body)
                    .startsWith("the body of request " + code + " is not the JSON of a ");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {34, 41, 42, 200})
    void anEmptyObjectOrNullIsNoBodyEither(int code) {
        for (String body : new String[] {"{}", "null"}) {
            RemotingCommand answer = client.ask(code, null, body.getBytes(UTF_8));

            assertThat(answer.getCode()).isEqualTo(1);
            assertThat(answer.getRemark()).containsAnyOf("needs", "has no").doesNotContain("Exception");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"clientID\":\"c\",\"consumerDataSet\":[{\"subscriptionDataSet\":[]}]}",
                "{\"clientID\":\"c\",\"consumerDataSet\":[null]}",
                "{\"clientID\":\"c\",\"consumerDataSet\":[{\"groupName\":\"g\",\"subscriptionDataSet\":[{}]}]}",
                "{\"clientID\":\"c\",\"producerDataSet\":[{}]}"
            })
    void anIncompleteHeartbeatCountsInNoPart(String body) {
        RemotingCommand answer = client.ask(34, null, body.getBytes(UTF_8));

        assertThat(answer.getCode()).isEqualTo(1);
        assertThat(answer.getRemark()).containsAnyOf("has no groupName", "has no topic");
        assertThat(broker.groups()).doesNotContainKey("g");
    }

    @Test
    void aHeartbeatWithNullsForItsListsIsAHeartbeat() {
        var answer = client.ask(
                34, null, "{\"clientID\":\"c\",\"consumerDataSet\":null,\"producerDataSet\":null}".getBytes(UTF_8));

        assertThat(answer.getCode()).isZero();
    }

    @Test
    void numbersThatAreNoneAreAnswered() {
        RemotingCommand request = TestClient.request(14, null, null);
        request.addExtField("consumerGroup", "g");
        request.addExtField("topic", "healthy");
        request.addExtField("queueId", "first");

        RemotingCommand answer = client.ask(request);

        assertThat(answer.getCode()).isEqualTo(1);
        assertThat(answer.getRemark()).contains("queueId");
    }

    @Test
    void aSendBackForAGroupWithAnIllegalNameMakesNoFolder() {
        RemotingCommand request = TestClient.request(36, null, null);
        request.addExtField("offset", "0");
        request.addExtField("group", "../../escape");
        request.addExtField("delayLevel", "0");

        assertThat(client.ask(request).getCode()).isEqualTo(26);
        assertThat(broker.topics()).doesNotContainKey("%RETRY%../../escape");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 310, 320})
    void aSendWithoutHeaderHasABlankTopic(int code) {
        RemotingCommand answer = client.ask(code, null, new byte[] {1});

        assertThat(answer.getCode()).isEqualTo(1);
        assertThat(answer.getRemark()).isEqualTo("The specified topic is blank.");
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 33, 35, 38, 46, 202, 203, 204, 215, 222, 223, 300, 303, 307, 315, 317})
    void everyOtherRequestWithoutHeaderIsAnsweredWithoutAnInnerError(int code) {
        RemotingCommand answer = client.ask(code, null);

        assertThat(String.valueOf(answer.getRemark())).doesNotContain("NullPointer", "IllegalState", "ClassCast");
    }
}
