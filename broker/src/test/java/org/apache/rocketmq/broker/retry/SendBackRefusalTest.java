package org.apache.rocketmq.broker.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.rocketmq.broker.fixture.Pulls;
import org.apache.rocketmq.broker.fixture.Sends;
import org.apache.rocketmq.broker.fixture.TestBroker;
import org.apache.rocketmq.broker.fixture.TestClient;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.header.ConsumerSendMsgBackRequestHeader;
import org.apache.rocketmq.common.protocol.header.ViewBrokerStatsDataRequestHeader;
import org.apache.rocketmq.common.subscription.SubscriptionGroupConfig;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a message is not taken back, and what is counted. Source: broker specification, CONSUMER_SEND_MSG_BACK. */
class SendBackRefusalTest {
    private static final String FAQ = "\nSee http://rocketmq.apache.org/docs/faq/ for further details.";

    @TempDir
    static Path folder;

    private static TestBroker broker;
    private static TestClient client;
    private static long offset;

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.start(folder);
        client = broker.client();
        broker.topic("failing", 1);
        client.ask(Sends.to("failing", "x"));
        broker.awaitMaxOffset("failing", 0, 1);
        offset = Pulls.messages(client.ask(Pulls.from("readers", "failing", 0, 0)))
                .get(0)
                .getCommitLogOffset();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static RemotingCommand sendBack(String group, long physicalOffset) {
        var header = new ConsumerSendMsgBackRequestHeader();
        header.setGroup(group);
        header.setOffset(physicalOffset);
        header.setDelayLevel(-1);
        return client.ask(RequestCode.CONSUMER_SEND_MSG_BACK, header);
    }

    private static void assertRefused(RemotingCommand answer, int code, String remark) {
        assertThat(answer.getCode()).isEqualTo(code);
        assertThat(answer.getRemark()).isEqualTo(remark);
    }

    @Test
    void aGroupThatMustBeMadeFirstDoesNotExist() {
        broker.config.setAutoCreateSubscriptionGroup(false);
        try {
            assertRefused(sendBack("strangers", offset), 26, "subscription group not exist, strangers " + FAQ);
        } finally {
            broker.config.setAutoCreateSubscriptionGroup(true);
        }
    }

    @Test
    void aBrokerWithoutWritePermissionRefuses() {
        broker.config.setBrokerPermission(4);
        try {
            assertRefused(sendBack("group", offset), 16, "the broker[127.0.0.1] sending message is forbidden");
        } finally {
            broker.config.setBrokerPermission(6);
        }
    }

    @Test
    void aGroupWithoutRetryQueuesIsContentWithNothing() {
        var config = new SubscriptionGroupConfig();
        config.setGroupName("no_retries");
        config.setRetryQueueNums(0);
        client.ask(RequestCode.UPDATE_AND_CREATE_SUBSCRIPTIONGROUP, null, RemotingSerializable.encode(config));

        assertThat(sendBack("no_retries", offset).getCode()).isZero();

        assertThat(broker.topics()).doesNotContainKeys("%RETRY%no_retries", "%DLQ%no_retries");
    }

    @Test
    void anUnwritableRetryTopicRefuses() {
        broker.topic("%RETRY%blocked", 1, 1, 4);

        assertRefused(sendBack("blocked", offset), 16, "the topic[%RETRY%blocked] sending message is forbidden");
    }

    @Test
    void anOffsetWithoutAMessageIsNamed() {
        assertRefused(sendBack("group", 3_000_000), 1, "look message by offset failed, 3000000");
    }

    @Test
    void whatIsTakenBackIsCounted() {
        assertThat(sendBack("counts", offset).getCode()).isZero();

        var header = new ViewBrokerStatsDataRequestHeader();
        header.setStatsName("SNDBCK_PUT_NUMS");
        header.setStatsKey("failing@counts");
        assertThat(client.ask(RequestCode.VIEW_BROKER_STATS_DATA, header).getCode())
                .isZero();
        broker.awaitMaxOffset("%DLQ%counts", 0, 1);
    }
}
