package org.apache.rocketmq.broker.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.rocketmq.broker.fixture.Pulls;
import org.apache.rocketmq.broker.fixture.Sends;
import org.apache.rocketmq.broker.fixture.TestBroker;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.header.CreateTopicRequestHeader;
import org.apache.rocketmq.common.protocol.header.DeleteSubscriptionGroupRequestHeader;
import org.apache.rocketmq.common.protocol.header.DeleteTopicRequestHeader;
import org.apache.rocketmq.common.protocol.header.EndTransactionRequestHeader;
import org.apache.rocketmq.common.protocol.header.PullMessageResponseHeader;
import org.apache.rocketmq.common.subscription.SubscriptionGroupConfig;
import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;
import org.apache.rocketmq.store.config.BrokerRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sync master and its slave in one process. Source: broker specification, slave role. */
class SlaveTest {
    private static final String REFUSAL =
            "Can't modify topic or subscription group from slave broker, please execute it from master broker.";

    @TempDir
    static Path folder;

    private static TestBroker master;
    private static TestBroker slave;

    @BeforeAll
    static void start() throws Exception {
        master = TestBroker.start(folder.resolve("m"), broker -> broker.store.setBrokerRole(BrokerRole.SYNC_MASTER));
        master.topic("T", 1);
        assertThat(master.client().ask(Sends.to("T", "nobody copies this yet")).getCode())
                .isEqualTo(ResponseCode.SLAVE_NOT_AVAILABLE);
        // Without a name server nobody tells the slave where to copy topics from.
        Path config = Files.createDirectories(folder.resolve("s/config"));
        Files.writeString(
                config.resolve("topics.json"),
                "{\"topicConfigTable\":{\"T\":{\"topicName\":\"T\",\"perm\":6,\"readQueueNums\":1,\"writeQueueNums\":1}}}");
        slave = TestBroker.start(folder.resolve("s"), broker -> {
            broker.store.setBrokerRole(BrokerRole.SLAVE);
            broker.config.setBrokerId(1);
            broker.store.setHaMasterAddress("127.0.0.1:" + (master.port() + 1));
            broker.config.setSlaveReadEnable(true);
        });
        await().until(() -> master.client().ask(Sends.to("T", "m")).getCode() == ResponseCode.SUCCESS);
    }

    @AfterAll
    static void stop() {
        slave.close();
        master.close();
    }

    private static RemotingCommand atSlave(int code, CommandCustomHeader header) {
        return slave.client().ask(code, header);
    }

    @Test
    void aSendIsRefused() {
        RemotingCommand answer = slave.client().ask(Sends.to("TBW102", "x"));
        assertThat(answer.getCode()).isEqualTo(ResponseCode.SERVICE_NOT_AVAILABLE);
        assertThat(answer.getRemark()).contains("messages are put to the slave");
    }

    @Test
    void changesOfTopicsAndGroupsAreRefused() {
        var topic = new CreateTopicRequestHeader();
        topic.setTopic("N");
        topic.setDefaultTopic("TBW102");
        topic.setReadQueueNums(1);
        topic.setWriteQueueNums(1);
        topic.setPerm(6);
        topic.setTopicFilterType("SINGLE_TAG");
        var deletion = new DeleteTopicRequestHeader();
        deletion.setTopic("T");
        var groupDeletion = new DeleteSubscriptionGroupRequestHeader();
        groupDeletion.setGroupName("g");
        var group = new SubscriptionGroupConfig();
        group.setGroupName("g");
        assertThat(atSlave(RequestCode.UPDATE_AND_CREATE_TOPIC, topic)).matches(SlaveTest::refused);
        assertThat(atSlave(RequestCode.DELETE_TOPIC_IN_BROKER, deletion)).matches(SlaveTest::refused);
        assertThat(atSlave(RequestCode.DELETE_SUBSCRIPTIONGROUP, groupDeletion)).matches(SlaveTest::refused);
        byte[] body = RemotingSerializable.encode(group);
        assertThat(slave.client().ask(RequestCode.UPDATE_AND_CREATE_SUBSCRIPTIONGROUP, null, body))
                .matches(SlaveTest::refused);
    }

    private static boolean refused(RemotingCommand answer) {
        return answer.getCode() == ResponseCode.SYSTEM_ERROR && REFUSAL.equals(answer.getRemark());
    }

    @Test
    void theEndOfATransactionIsNotTaken() {
        var header = new EndTransactionRequestHeader();
        header.setProducerGroup("p");
        header.setTranStateTableOffset(0L);
        header.setCommitLogOffset(0L);
        header.setCommitOrRollback(8);
        header.setFromTransactionCheck(false);
        header.setMsgId("x");
        assertThat(atSlave(RequestCode.END_TRANSACTION, header).getCode()).isEqualTo(11);
    }

    @Test
    void whatTheMasterAnsweredCanBePulledFromTheSlave() {
        for (int i = 0; i < 50; i++) {
            RemotingCommand answer = master.client().ask(Sends.to("T", "body " + i));
            assertThat(answer.getCode()).isEqualTo(ResponseCode.SUCCESS);
        }
        slave.awaitMaxOffset("T", 0, master.maxOffset("T", 0));
        assertThat(Pulls.bodies(slave.client().ask(Pulls.from("g", "T", 0, 0))))
                .contains("nobody copies this yet", "body 0")
                .hasSizeGreaterThan(20);
    }

    @Test
    void anOffsetThatIsTooLargeStaysAndTheMasterIsSuggested() {
        RemotingCommand pulled = slave.client().ask(Pulls.from("g", "SELF_TEST_TOPIC", 0, 77));
        assertThat(pulled.getCode()).isEqualTo(ResponseCode.PULL_RETRY_IMMEDIATELY);
        PullMessageResponseHeader header = TestBroker.read(pulled, new PullMessageResponseHeader());
        assertThat(header.getSuggestWhichBrokerId()).isZero();
    }
}
