package org.apache.rocketmq.tools.command.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.tools.fixture.CommandLine;
import org.apache.rocketmq.tools.fixture.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportMetadataTest {
    @TempDir
    Path folder;

    @Test
    void onlyTopicsAndGroupsThatUsersMadeAreExported() throws IOException {
        try (ScriptedServer server = new ScriptedServer()) {
            String topic = "\"%s\":{\"order\":false,\"perm\":6,\"readQueueNums\":4,\"topicFilterType\":\"SINGLE_TAG\","
                    + "\"topicName\":\"%s\",\"topicSysFlag\":0,\"writeQueueNums\":4}";
            server.answer(
                    RequestCode.GET_ALL_TOPIC_CONFIG,
                    "{\"dataVersion\":{\"counter\":1,\"timestamp\":1},\"topicConfigTable\":{"
                            + topic.formatted("TopicTest", "TopicTest") + "," + topic.formatted("TBW102", "TBW102")
                            + ","
                            + topic.formatted("%RETRY%CG", "%RETRY%CG") + "}}");
            server.answer(RequestCode.GET_SYSTEM_TOPIC_LIST_FROM_BROKER, "{\"topicList\":[\"TBW102\"]}");
            server.answer(
                    RequestCode.GET_ALL_SUBSCRIPTIONGROUP_CONFIG,
                    "{\"subscriptionGroupTable\":{\"CG\":{\"groupName\":\"CG\"},"
                            + "\"TOOLS_CONSUMER\":{\"groupName\":\"TOOLS_CONSUMER\"}}}");
            CommandLine run =
                    CommandLine.run(server, "exportMetadata", "-c", "DefaultCluster", "-f", folder.toString());
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).isEqualTo("export " + folder + "/metadata.json success\n");
            assertThat(Files.readString(folder.resolve("metadata.json")))
                    .contains("\"TopicTest\":{", "\"CG\":{", "\"exportTime\":")
                    .doesNotContain("TBW102", "%RETRY%", "TOOLS_CONSUMER");
        }
    }
}
