package org.apache.rocketmq.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.broker.fixture.FreePorts;
import org.apache.rocketmq.broker.fixture.Sends;
import org.apache.rocketmq.broker.fixture.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code mqbroker} prints and how it ends. Source: release, mqbroker; broker specification, start-up. */
class BrokerStartupTest {
    private static final String HOME_PROPERTY = "rocketmq.home.dir";

    @TempDir
    Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Thread> hooks = new ArrayList<>();
    private String homeBefore;

    @BeforeEach
    void makeHome() throws IOException {
        homeBefore = System.getProperty(HOME_PROPERTY);
        System.setProperty(HOME_PROPERTY, home.toString());
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/logback_broker.xml"), "<configuration/>");
    }

    @AfterEach
    void stop() {
        hooks.forEach(Thread::run);
        System.clearProperty("brokerLogDir");
        if (homeBefore == null) {
            System.clearProperty(HOME_PROPERTY);
        } else {
            System.setProperty(HOME_PROPERTY, homeBefore);
        }
    }

    private int run(String... arguments) {
        return new BrokerStartup(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), hooks::add)
                .run(arguments);
    }

    private String out() {
        return out.toString(UTF_8);
    }

    private String err() {
        return err.toString(UTF_8);
    }

    private Path file(int port, String... lines) throws IOException {
        Path file = home.resolve("broker-" + port + ".conf");
        List<String> all = new ArrayList<>(List.of(
                "brokerName=broker-s",
                "brokerIP1=127.0.0.1",
                "brokerIP2=127.0.0.1",
                "listenPort=" + port,
                "storePathRootDir=" + home.resolve("store"),
                "storePathCommitLog=" + home.resolve("store/commitlog"),
                "mappedFileSizeCommitLog=1048576",
                "mappedFileSizeConsumeQueue=40000",
                "maxHashSlotNum=1000",
                "maxIndexNum=4000",
                "diskMaxUsedSpaceRatio=95"));
        all.addAll(List.of(lines));
        Files.write(file, all);
        return file;
    }

    @Test
    void helpPrintsTheUsage() {
        assertThat(run("-h")).isZero();
        assertThat(out())
                .isEqualTo(
                        """
                        usage: mqbroker [-c <arg>] [-h] [-m] [-n <arg>] [-p]
                         -c,--configFile <arg>       Broker config properties file
                         -h,--help                   Print help
                         -m,--printImportantConfig   Print important config item
                         -n,--namesrvAddr <arg>      Name server address list, eg: '192.168.0.1:9876;192.168.0.2:9876'
                         -p,--printConfigItem        Print all config item
                        """);
    }

    @Test
    void anUnknownOptionPrintsTheUsage() {
        assertThat(run("-x")).isEqualTo(1);
        assertThat(out()).startsWith("usage: mqbroker");
    }

    @Test
    void withoutAHomeItSaysWhichVariableToSet() {
        System.clearProperty(HOME_PROPERTY);
        assumeTrue(System.getenv("ROCKETMQ_HOME") == null);

        assertThat(run()).isEqualTo(-2);
        assertThat(out())
                .startsWith("Please set the ROCKETMQ_HOME variable in your environment to match the location of the "
                        + "RocketMQ installation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:port", "localhost:99999", ":9876"})
    void anAddressThatIsNoneIsNamed(String address) {
        assertThat(run("-n", "127.0.0.1:9876;" + address)).isEqualTo(-3);
        assertThat(out().strip())
                .isEqualTo("The Name Server Address[" + address + "] illegal, please set it as follows, "
                        + "\"127.0.0.1:9876;192.168.0.1:9876\"");
    }

    @Test
    void aSlaveNeedsAnIdAboveZero() throws IOException {
        assertThat(run("-c", file(20911, "brokerRole=SLAVE", "brokerId=0").toString()))
                .isEqualTo(-3);
        assertThat(out().strip()).isEqualTo("Slave's brokerId must be > 0");
    }

    @Test
    void allSettingsArePrintedWithWhatTheFileAndTheCommandLineSay() throws IOException {
        String path = file(20911, "brokerId=5", "haListenPort=1", "namesrvAddr=from.file:1")
                .toString();

        assertThat(run("-p", "-c", path, "-n", "127.0.0.1:9876")).isZero();

        assertThat(out().lines())
                .allMatch(line -> line.matches(".* INFO main - \\w+=.*"))
                .anyMatch(line -> line.endsWith(" INFO main - namesrvAddr=127.0.0.1:9876"))
                .anyMatch(line -> line.endsWith(" INFO main - listenPort=20911"))
                // 4.9 quirk: a master has id 0 and the replication port follows the main port.
                .anyMatch(line -> line.endsWith(" INFO main - brokerId=0"))
                .anyMatch(line -> line.endsWith(" INFO main - haListenPort=20912"));
    }

    @Test
    void importantSettingsArePrintedInTheirOrder() {
        assertThat(run("-m")).isZero();

        assertThat(out().lines().map(line -> line.replaceAll(".* INFO main - (\\w+)=.*", "$1")))
                .containsExactly(
                        "namesrvAddr",
                        "brokerIP1",
                        "brokerName",
                        "brokerClusterName",
                        "brokerId",
                        "autoCreateTopicEnable",
                        "autoCreateSubscriptionGroup",
                        "msgTraceTopicName",
                        "traceTopicEnable",
                        "rejectTransactionMessage",
                        "fetchNamesrvAddrByAddressServer",
                        "transactionTimeOut",
                        "transactionCheckMax",
                        "transactionCheckInterval",
                        "aclEnable",
                        "storePathRootDir",
                        "storePathCommitLog",
                        "storePathDLedgerCommitLog",
                        "flushIntervalCommitLog",
                        "commitIntervalCommitLog",
                        "flushCommitLogTimed",
                        "deleteWhen",
                        "fileReservedTime",
                        "maxTransferBytesOnMessageInMemory",
                        "maxTransferCountOnMessageInMemory",
                        "maxTransferBytesOnMessageInDisk",
                        "maxTransferCountOnMessageInDisk",
                        "accessMessageInMemoryMaxRatio",
                        "messageIndexEnable",
                        "messageIndexSafe",
                        "haMasterAddress",
                        "brokerRole",
                        "flushDiskType",
                        "cleanFileForciblyEnable",
                        "transientStorePoolEnable");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(run("-c", "no/such/file.conf")).isEqualTo(-1);
        assertThat(err()).contains("no/such/file.conf").hasLineCount(1);
    }

    @Test
    void aMissingLogConfigurationIsNamed() throws IOException {
        Files.delete(home.resolve("conf/logback_broker.xml"));

        assertThat(run("-c", file(FreePorts.brokerPort()).toString())).isEqualTo(-1);
        assertThat(err()).contains("logback_broker.xml").hasLineCount(1);
    }

    @Test
    void theBootLineTellsNameAddressAndNameServer() throws IOException {
        int port = FreePorts.brokerPort();
        String nameServer = "127.0.0.1:" + FreePorts.one();

        int status =
                run("-c", file(port, "registerBrokerTimeoutMills=200").toString(), "-n", nameServer, "word=ignored");

        assertThat(status).isEqualTo(BrokerStartup.RUNNING);
        assertThat(out().strip())
                .isEqualTo("The broker[broker-s, 127.0.0.1:" + port
                        + "] boot success. serializeType=JSON and name server is " + nameServer);
        try (var client = new TestClient("127.0.0.1:" + port)) {
            assertThat(client.ask(Sends.to("works", "x")).getCode()).isZero();
        }
    }

    @Test
    void isolatedLogsGoToAFolderNamedAfterTheBroker() throws IOException {
        run("-c", file(FreePorts.brokerPort(), "isolateLogEnable=true").toString());

        assertThat(System.getProperty("brokerLogDir")).isEqualTo("broker-s_0");
    }

    @Test
    void aSecondBrokerOnTheSameFolderIsRefusedWithOneLine() throws IOException {
        assertThat(run("-c", file(FreePorts.brokerPort()).toString())).isEqualTo(BrokerStartup.RUNNING);

        assertThat(run("-c", file(FreePorts.brokerPort()).toString())).isEqualTo(-1);
        assertThat(err()).contains("Lock failed,MQ already started").hasLineCount(1);
    }

    @Test
    void aUsedPortIsRefusedWithOneLine() throws IOException {
        try (var taken = new ServerSocket(0)) {
            assertThat(run("-c", file(taken.getLocalPort()).toString())).isEqualTo(-1);
            assertThat(err())
                    .contains("cannot listen on port " + taken.getLocalPort(), "listenPort")
                    .hasLineCount(1);
        }
    }

    @Test
    void filesThatCannotBeReadEndTheInitialisation() throws IOException {
        Path config = Files.createDirectories(home.resolve("store/config"));
        Files.writeString(config.resolve("topics.json"), "{ half");
        Files.writeString(config.resolve("topics.json.bak"), "{ half");

        assertThat(run("-c", file(FreePorts.brokerPort()).toString())).isEqualTo(-3);
        assertThat(out()).contains("topics.json");
    }
}
