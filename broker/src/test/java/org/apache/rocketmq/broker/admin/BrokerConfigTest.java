package org.apache.rocketmq.broker.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.rocketmq.broker.fixture.TestBroker;
import org.apache.rocketmq.broker.fixture.TestClient;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading and changing settings while the broker runs. Source: broker specification, broker config. */
class BrokerConfigTest {
    @TempDir
    static Path folder;

    private static TestBroker broker;
    private static TestClient client;

    @BeforeAll
    static void start() throws Exception {
        Files.writeString(folder.resolve("broker.conf"), "# of this test\nfileReservedTime=48\n");
        broker = TestBroker.start(folder);
        client = broker.client();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static RemotingCommand update(String text) {
        return client.ask(RequestCode.UPDATE_BROKER_CONFIG, null, text.getBytes(UTF_8));
    }

    private static String config() {
        return new String(client.ask(RequestCode.GET_BROKER_CONFIG, null).getBody(), UTF_8);
    }

    @Test
    void allGroupsOfSettingsAreListed() {
        RemotingCommand answer = client.ask(RequestCode.GET_BROKER_CONFIG, null);

        assertThat(answer.getExtFields().get("version")).contains("\"counter\":", "\"timestamp\":");
        assertThat(new String(answer.getBody(), UTF_8))
                .contains("brokerName=broker-a\n")
                .contains("listenPort=" + broker.port() + "\n")
                .contains("clientWorkerThreads=")
                .contains("fileReservedTime=48\n")
                .contains("haListenPort=" + (broker.port() + 1) + "\n")
                .doesNotContain("=null");
    }

    @Test
    void aChangeTakesEffectIsWrittenAndKeepsTheFilesComments() throws Exception {
        long before = version();

        assertThat(update("waitTimeMillsInSendQueue=1234\n").getCode()).isZero();

        assertThat(broker.config.getWaitTimeMillsInSendQueue()).isEqualTo(1234);
        assertThat(config()).contains("waitTimeMillsInSendQueue=1234\n");
        assertThat(Files.readString(folder.resolve("broker.conf")))
                .contains("# of this test", "fileReservedTime=48", "waitTimeMillsInSendQueue=1234");
        assertThat(version()).isEqualTo(before + 1);
    }

    private static long version() {
        String json =
                client.ask(RequestCode.GET_BROKER_CONFIG, null).getExtFields().get("version");
        return Long.parseLong(json.replaceAll(".*\"counter\":(\\d+).*", "$1"));
    }

    @Test
    void aMistypedKeyChangesNothingAndIsNamed() {
        RemotingCommand answer = update("waitTimeMilsInSendQueue=1\n");

        assertThat(answer.getCode()).isEqualTo(RemotingSysResponseCode.SYSTEM_ERROR);
        assertThat(answer.getRemark()).contains("waitTimeMilsInSendQueue", "waitTimeMillsInSendQueue");
    }

    @Test
    void aMistypedKeyBesideAKnownOneIsNamedAndTheKnownOneChanges() {
        RemotingCommand answer = update("waitTimeMilsInSendQueue=1\nwaitTimeMillsInSendQueue=321\n");

        assertThat(answer.getCode()).isZero();
        assertThat(answer.getRemark()).contains("waitTimeMilsInSendQueue");
        assertThat(broker.config.getWaitTimeMillsInSendQueue()).isEqualTo(321);
    }

    @Test
    void keysOfTheBlackListAreRefusedWithAllThatComesAlong() {
        for (String key : new String[] {"configBlackList", "brokerConfigPath", "rocketmqHome"}) {
            RemotingCommand answer = update("slaveReadEnable=true\n" + key + "=/tmp/x\n");

            assertThat(answer.getCode()).isEqualTo(16);
            assertThat(answer.getRemark()).isEqualTo("Can not update config in black list.");
        }
        assertThat(broker.config.isSlaveReadEnable()).isFalse();
    }

    @Test
    void aKeyThatCannotChangeOnlineSaysWhereToChangeIt() {
        RemotingCommand answer = update("storePathRootDir=/tmp/elsewhere\n");

        assertThat(answer.getCode()).isEqualTo(16);
        assertThat(answer.getRemark()).contains("storePathRootDir", "broker.conf");
    }

    @Test
    void aValueThatDoesNotFitIsRefused() {
        RemotingCommand answer = update("waitTimeMillsInSendQueue=soon\n");

        assertThat(answer.getCode()).isEqualTo(1);
        assertThat(answer.getRemark()).contains("waitTimeMillsInSendQueue=soon");
    }

    @Test
    void textThatIsNoPropertiesIsRefused() {
        assertThat(update("key=\\u12").getRemark()).isEqualTo("string2Properties error");
    }

    @Test
    void aChangedPermissionMovesTheVersionOfTheTopicsOn() {
        long before = topicCounter();

        assertThat(update("brokerPermission=4\n").getCode()).isZero();

        assertThat(broker.config.getBrokerPermission()).isEqualTo(4);
        assertThat(topicCounter()).isEqualTo(before + 1);
        assertThat(update("brokerPermission=6\n").getCode()).isZero();
    }

    private static long topicCounter() {
        String json =
                new String(client.ask(RequestCode.GET_ALL_TOPIC_CONFIG, null).getBody(), UTF_8);
        return Long.parseLong(json.replaceAll("(?s).*\"counter\":(\\d+).*", "$1"));
    }
}
