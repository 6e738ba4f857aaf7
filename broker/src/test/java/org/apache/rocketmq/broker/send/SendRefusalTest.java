package org.apache.rocketmq.broker.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.rocketmq.broker.fixture.Pulls;
import org.apache.rocketmq.broker.fixture.Sends;
import org.apache.rocketmq.broker.fixture.TestBroker;
import org.apache.rocketmq.broker.fixture.TestClient;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.header.SendMessageRequestHeader;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a send is refused, and which topics a send makes. Source: broker specification, sending, request gate. */
class SendRefusalTest {
    private static final String FAQ = "\nSee http://rocketmq.apache.org/docs/faq/ for further details.";

    @TempDir
    static Path folder;

    private static TestBroker broker;
    private static TestClient client;

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.start(folder);
        client = broker.client();
        broker.topic("known", 4);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static void assertRefused(RemotingCommand answer, int code, String remark) {
        assertThat(answer.getCode()).isEqualTo(code);
        assertThat(answer.getRemark()).isEqualTo(remark);
        assertThat(answer.getExtFields())
                .containsEntry("MSG_REGION", "DefaultRegion")
                .containsEntry("TRACE_ON", "true");
    }

    private static RemotingCommand send(SendMessageRequestHeader header) {
        return client.ask(Sends.request(header, "x".getBytes(UTF_8)));
    }

    @Test
    void beforeTheAcceptedTimeNothingIsTaken() {
        broker.config.setStartAcceptSendRequestTimeStamp(4_102_444_800_000L);
        try {
            RemotingCommand answer = send(Sends.header("known"));

            assertThat(answer.getCode()).isEqualTo(1);
            assertThat(answer.getRemark())
                    .matches("broker unable to service, until (2099|2100)-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,000");
        } finally {
            broker.config.setStartAcceptSendRequestTimeStamp(0);
        }
    }

    @Test
    void aMissingTopicIsBlank() {
        var header = Sends.header("known");
        header.setTopic(null);

        assertRefused(send(header), 1, "The specified topic is blank.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "../../../etc/passwd", "a/b", "umläut", "a@b", "a.b"})
    void illegalCharactersAreRefused(String topic) {
        assertRefused(
                send(Sends.header(topic)),
                1,
                "The specified topic contains illegal characters, allowing only ^[%|a-zA-Z0-9_-]+$");
    }

    @Test
    void aNameOf127CharactersIsTheLongest() {
        assertThat(send(Sends.header("t".repeat(127))).getCode()).isZero();
        assertRefused(send(Sends.header("t".repeat(128))), 1, "The specified topic is longer than topic max length.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SCHEDULE_TOPIC_XXXX",
                "RMQ_SYS_TRANS_HALF_TOPIC",
                "RMQ_SYS_TRANS_OP_HALF_TOPIC",
                "TRANS_CHECK_MAX_TIME_TOPIC",
                "SELF_TEST_TOPIC",
                "OFFSET_MOVED_EVENT"
            })
    void systemTopicsAreNotSentTo(String topic) {
        assertRefused(send(Sends.header(topic)), 16, "Sending message to topic[" + topic + "] is forbidden.");
    }

    @Test
    void aQueueBeyondTheTopicIsNamedWithTheTopicAndTheProducer() {
        var header = Sends.header("known");
        header.setQueueId(4);

        RemotingCommand answer = send(header);

        assertThat(answer.getCode()).isEqualTo(1);
        assertThat(answer.getRemark())
                .matches("request queueId\\[4] is illegal, TopicConfig \\[topicName=known, readQueueNums=4, "
                        + "writeQueueNums=4, perm=RW-, topicFilterType=SINGLE_TAG, topicSysFlag=0, order=false] "
                        + "Producer: 127\\.0\\.0\\.1:\\d+");
    }

    @Test
    void anUnknownTopicWithoutTemplateDoesNotExist() {
        var header = Sends.header("without_template");
        header.setDefaultTopic("no_such_template");

        assertRefused(send(header), 17, "topic[without_template] not exist, apply first please!" + FAQ);
    }

    @Test
    void aTopicWithoutInheritBitIsNoTemplate() {
        var header = Sends.header("from_known");
        header.setDefaultTopic("known");

        assertThat(send(header).getCode()).isEqualTo(17);
    }

    @ParameterizedTest
    @CsvSource({
        "auto_4, TBW102, 4, 4",
        "auto_16, TBW102, 16, 8",
        "auto_cluster, TestCluster, 3, 3",
        "auto_0, TBW102, 1, 1"
    })
    void aTopicIsMadeWithTheSmallerNumberOfQueues(String topic, String template, int asked, int made) {
        var header = Sends.header(topic);
        header.setDefaultTopic(template);
        header.setDefaultTopicQueueNums(asked);

        assertThat(send(header).getCode()).isZero();

        assertThat(broker.topics().get(topic).toString())
                .isEqualTo("TopicConfig [topicName=" + topic + ", readQueueNums=" + made + ", writeQueueNums=" + made
                        + ", perm=RW-, topicFilterType=SINGLE_TAG, topicSysFlag=0, order=false]");
    }

    @Test
    void aUnitsTopicCarriesTheUnitFlag() {
        var header = Sends.header("of_a_unit");
        header.setUnitMode(true);
        var retry = Sends.header("%RETRY%of_a_unit");
        retry.setUnitMode(true);

        assertThat(send(header).getCode()).isZero();
        assertThat(send(retry).getCode()).isZero();

        assertThat(broker.topics().get("of_a_unit").getTopicSysFlag()).isEqualTo(1);
        assertThat(broker.topics().get("%RETRY%of_a_unit").getTopicSysFlag()).isEqualTo(2);
    }

    @Test
    void withAutoCreateTopicEnableOffATopicMustBeMadeFirst() {
        broker.config.setAutoCreateTopicEnable(false);
        try {
            assertRefused(send(Sends.header("not_made")), 17, "topic[not_made] not exist, apply first please!" + FAQ);
            assertThat(send(Sends.header("%RETRY%made_anyway")).getCode()).isZero();
        } finally {
            broker.config.setAutoCreateTopicEnable(true);
        }
        var retry = broker.topics().get("%RETRY%made_anyway");
        assertThat(retry.getWriteQueueNums()).isEqualTo(1);
    }

    @Test
    void aRetryOfAGroupThatMustBeMadeFirstIsRefused() {
        broker.config.setAutoCreateSubscriptionGroup(false);
        try {
            assertRefused(send(Sends.header("%RETRY%strangers")), 26, "subscription group not exist, strangers " + FAQ);
        } finally {
            broker.config.setAutoCreateSubscriptionGroup(true);
        }
    }

    @Test
    void theGateRefusesSendsWhileThePageCacheIsBusy() {
        long limit = broker.store.getOsPageCacheBusyTimeOutMills();
        // Every append, even none, holds the log for longer than this.
        broker.store.setOsPageCacheBusyTimeOutMills(-1);
        try {
            RemotingCommand answer = send(Sends.header("known"));

            assertThat(answer.getCode()).isEqualTo(2);
            assertThat(answer.getRemark()).isEqualTo("[REJECTREQUEST]system busy, start flow control for a while");
            assertThat(client.ask(RequestCode.GET_ALL_TOPIC_CONFIG, null).getCode())
                    .isZero();
        } finally {
            broker.store.setOsPageCacheBusyTimeOutMills(limit);
        }
    }

    @Test
    void theGateRefusesWhatFindsTheQueueFull() {
        int capacity = broker.config.getSendThreadPoolQueueCapacity();
        broker.config.setSendThreadPoolQueueCapacity(0);
        try {
            RemotingCommand answer = send(Sends.header("has_to_be_made"));

            assertThat(answer.getCode()).isEqualTo(2);
            assertThat(answer.getRemark()).isEqualTo("[OVERLOAD]system busy, start flow control for a while");
        } finally {
            broker.config.setSendThreadPoolQueueCapacity(capacity);
        }
    }

    @Test
    void aCodeNobodyHandlesIsNotSupported() {
        RemotingCommand answer = client.ask(4711, null);

        assertThat(answer.getCode()).isEqualTo(3);
        assertThat(answer.getRemark()).isEqualTo(" request type 4711 not supported");
    }

    @Test
    void theFastPortTakesSendsButNoPulls() {
        var send = client.askAt(broker.fastAddress(), Sends.to("known", "fast"));
        var pull = client.askAt(broker.fastAddress(), Pulls.from("readers", "known", 0, 0));

        assertThat(send.getCode()).isZero();
        assertThat(pull.getCode()).isEqualTo(3);
        assertThat(pull.getRemark()).isEqualTo(" request type 11 not supported");
    }
}
