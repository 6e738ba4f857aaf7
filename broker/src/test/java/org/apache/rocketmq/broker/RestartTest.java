package org.apache.rocketmq.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.rocketmq.broker.fixture.Pulls;
import org.apache.rocketmq.broker.fixture.Sends;
import org.apache.rocketmq.broker.fixture.TestBroker;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.header.QueryConsumerOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.header.QueryConsumerOffsetResponseHeader;
import org.apache.rocketmq.common.protocol.header.UpdateConsumerOffsetRequestHeader;
import org.apache.rocketmq.remoting.exception.PortInUseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a broker finds again in its folder. Source: broker specification, files, start sequence. */
class RestartTest {
    @TempDir
    Path folder;

    private static void commit(TestBroker broker, long offset) {
        var header = new UpdateConsumerOffsetRequestHeader();
        header.setConsumerGroup("group");
        header.setTopic("kept");
        header.setQueueId(0);
        header.setCommitOffset(offset);
        broker.client().ask(RequestCode.UPDATE_CONSUMER_OFFSET, header);
    }

    private static long committed(TestBroker broker) {
        var header = new QueryConsumerOffsetRequestHeader();
        header.setConsumerGroup("group");
        header.setTopic("kept");
        header.setQueueId(0);
        return TestBroker.read(
                        broker.client().ask(RequestCode.QUERY_CONSUMER_OFFSET, header),
                        new QueryConsumerOffsetResponseHeader())
                .getOffset();
    }

    /** A broker that was used once and stopped. */
    private void usedFolder() throws IOException {
        try (var broker = TestBroker.start(folder)) {
            broker.topic("kept", 3);
            broker.client().ask(Sends.to("kept", "message"));
            broker.awaitMaxOffset("kept", 0, 1);
            broker.client().ask(Pulls.from("group", "kept", 0, 0));
            commit(broker, 1);
        }
    }

    @Test
    void topicsGroupsOffsetsAndMessagesSurvive() throws IOException {
        usedFolder();

        try (var broker = TestBroker.start(folder)) {
            assertThat(broker.topics().get("kept").getWriteQueueNums()).isEqualTo(3);
            assertThat(broker.groups()).containsKey("group");
            assertThat(committed(broker)).isEqualTo(1);
            assertThat(Pulls.bodies(broker.client().ask(Pulls.from("group", "kept", 0, 0))))
                    .containsExactly("message");
        }
    }

    @Test
    void filesAreWrittenAsTheOthersWriteThem() throws IOException {
        usedFolder();

        assertThat(folder.resolve("config/topics.json"))
                .content()
                .startsWith("{\n\t\"dataVersion\":{")
                .contains("\"topicConfigTable\":{", "\t\"kept\":{", "\"writeQueueNums\":3");
        assertThat(folder.resolve("config/consumerOffset.json"))
                .content()
                .contains("\t\"offsetTable\":{", "\"kept@group\":{0:1");
        assertThat(folder.resolve("config/subscriptionGroup.json"))
                .content()
                .contains("\"subscriptionGroupTable\":{", "\"group\":{", "\"retryMaxTimes\":16");
        assertThat(folder.resolve("abort")).doesNotExist();
    }

    @Test
    void aDamagedFileIsReplacedByItsBackup() throws IOException {
        usedFolder();
        Path topics = folder.resolve("config/topics.json");
        Files.copy(topics, folder.resolve("config/topics.json.bak"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(topics, "{ half of a fi");

        try (var broker = TestBroker.start(folder)) {
            assertThat(broker.topics()).containsKey("kept");
        }
    }

    @Test
    void aFileAndABackupThatAreBothDamagedRefuseTheStartAndAreLeftAlone() throws IOException {
        usedFolder();
        Path topics = folder.resolve("config/topics.json");
        String offsets = Files.readString(folder.resolve("config/consumerOffset.json"));
        Files.writeString(topics, "{ half");
        Files.writeString(folder.resolve("config/topics.json.bak"), "{ half too");

        assertThatThrownBy(() -> TestBroker.start(folder)).isInstanceOf(IOException.class);

        assertThat(topics).hasContent("{ half");
        assertThat(folder.resolve("config/consumerOffset.json")).hasContent(offsets);
    }

    @Test
    void persistedTopicsWinOverTheBuiltInOnes() throws IOException {
        TestBroker.start(folder, broker -> broker.config.setDefaultTopicQueueNums(3))
                .close();
        try (var broker = TestBroker.start(folder, b -> b.config.setDefaultTopicQueueNums(3))) {
            broker.topic("persists_the_table", 1);
        }

        try (var broker = TestBroker.start(folder, b -> b.config.setDefaultTopicQueueNums(5))) {
            assertThat(broker.topics().get("TBW102").getWriteQueueNums()).isEqualTo(3);
        }
    }

    @Test
    void aSecondBrokerOnTheFolderIsRefusedAndChangesNothing() throws IOException {
        try (var first = TestBroker.start(folder)) {
            first.topic("kept", 1);
            commit(first, 7);

            assertThatThrownBy(() -> TestBroker.start(folder)).isInstanceOf(IOException.class);

            assertThat(folder.resolve("config/consumerOffset.json")).doesNotExist();
            assertThat(first.client().ask(Sends.to("kept", "x")).getCode()).isZero();
        }
        assertThat(folder.resolve("config/consumerOffset.json")).content().contains("\"kept@group\":{0:7");
    }

    @Test
    void aUsedPortIsNamedAndTheFolderGivenBack() throws IOException {
        try (var taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> TestBroker.start(folder, b -> b.server.setListenPort(taken.getLocalPort())))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()));
        }
        TestBroker.start(folder).close();
    }
}
