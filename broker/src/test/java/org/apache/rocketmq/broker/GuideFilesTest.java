package org.apache.rocketmq.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.BrokerConfigKeys;
import org.apache.rocketmq.common.config.Binding;
import org.apache.rocketmq.common.config.ConfigFile;
import org.apache.rocketmq.common.config.ConfigProblem;
import org.apache.rocketmq.common.config.Settings;
import org.apache.rocketmq.remoting.netty.NettyClientConfig;
import org.apache.rocketmq.remoting.netty.NettyClientConfigKeys;
import org.apache.rocketmq.remoting.netty.NettyServerConfig;
import org.apache.rocketmq.remoting.netty.NettyServerConfigKeys;
import org.apache.rocketmq.store.config.BrokerRole;
import org.apache.rocketmq.store.config.FlushDiskType;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.apache.rocketmq.store.config.MessageStoreConfigKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configuration files of public guides, as people copy them. Source: acceptance scenarios, fixtures. */
class GuideFilesTest {
    private static final String HOME = System.getProperty("user.home");

    private final BrokerConfig broker = new BrokerConfig();
    private final NettyServerConfig server = new NettyServerConfig();
    private final MessageStoreConfig store = new MessageStoreConfig();
    private final Settings settings = new Settings(
            Path.of("unused"),
            Set.of(),
            List.of(
                    new Binding<>(BrokerConfigKeys.SCHEMA, broker),
                    new Binding<>(NettyServerConfigKeys.SCHEMA, server),
                    new Binding<>(NettyClientConfigKeys.SCHEMA, new NettyClientConfig()),
                    new Binding<>(MessageStoreConfigKeys.SCHEMA, store)));

    private static Path file(String name) throws Exception {
        return Path.of(GuideFilesTest.class
                .getResource("/guides/" + name + ".properties")
                .toURI());
    }

    private List<ConfigProblem> load(String name) throws Exception {
        return settings.load(file(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A-m1", "A-m2", "A-s1", "A-s2", "B-m1", "B-m2", "B-s1", "B-s2", "C", "D-a", "D-b", "D-c", "E"})
    void isAcceptedWithoutWarningAndShownKeyByKey(String name) throws Exception {
        assertThat(load(name)).noneMatch(ConfigProblem::isWarning);

        var shown = settings.all();
        var given = new Properties();
        try (var in = Files.newBufferedReader(file(name))) {
            given.load(in);
        }
        given.forEach((key, value) -> assertThat(shown)
                .containsEntry((String) key, ((String) value).strip().replace("~", HOME)));
    }

    @Test
    void fixtureATakesEffect() throws Exception {
        var problems = load("A-s1");

        assertThat(broker.getBrokerName()).isEqualTo("broker-a");
        assertThat(broker.getBrokerId()).isEqualTo(1);
        assertThat(broker.getDefaultTopicQueueNums()).isEqualTo(4);
        assertThat(broker.getNamesrvAddr()).isEqualTo("rocketmq-nameserver1:9876;rocketmq-nameserver2:9876");
        assertThat(server.getListenPort()).isEqualTo(11011);
        assertThat(store.getStorePathRootDir()).isEqualTo("/usr/local/rocketmqs/store");
        assertThat(store.getStorePathCommitLog()).isEqualTo("/usr/local/rocketmqs/store/commitlog");
        assertThat(store.getMaxMessageSize()).isEqualTo(65536);
        assertThat(store.getFileReservedTime()).isEqualTo(120);
        assertThat(store.getDiskMaxUsedSpaceRatio()).isEqualTo(88);
        assertThat(store.getBrokerRole()).isEqualTo(BrokerRole.SLAVE);
        assertThat(store.getFlushDiskType()).isEqualTo(FlushDiskType.ASYNC_FLUSH);
        assertThat(store.getMappedFileSizeConsumeQueue()).isEqualTo(6_000_000);
        assertThat(problems)
                .extracting(ConfigProblem::key)
                .containsExactly("mapedFileSizeCommitLog", "mapedFileSizeConsumeQueue");
    }

    @Test
    void fixtureBLiesInTheHomeFolder() throws Exception {
        load("B-s1");

        assertThat(store.getStorePathRootDir()).isEqualTo(HOME + "/store-s");
        assertThat(store.getStorePathCommitLog()).isEqualTo(HOME + "/store-s/commitlog");
    }

    @Test
    void fixtureCWithExplanationsMeansWhatItsAuthorMeant() throws Exception {
        var problems = load("C-explained");

        assertThat(broker.getBrokerName()).isEqualTo("broker-a");
        assertThat(broker.isAutoCreateTopicEnable()).isTrue();
        assertThat(store.getFileReservedTime()).isEqualTo(48);
        assertThat(store.getDeleteWhen()).isEqualTo("04");
        assertThat(store.getBrokerRole()).isEqualTo(BrokerRole.ASYNC_MASTER);
        assertThat(problems).hasSize(8).allMatch(ConfigProblem::isWarning);
    }

    @Test
    void fixtureEWithAnExplanationAnnouncesTheBareAddress() throws Exception {
        var problems = load("E-explained");

        assertThat(broker.getBrokerIP1()).isEqualTo("172.16.150.134");
        assertThat(problems.stream().filter(ConfigProblem::isWarning))
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("brokerIP1"));
    }

    @Test
    void theOnePSpellingOfTheCommitLogSizeCountsAndTheRealNameWins() throws Exception {
        settings.apply(ConfigFile.parse("f", "mapedFileSizeCommitLog=1048576"));
        assertThat(store.getMappedFileSizeCommitLog()).isEqualTo(1048576);

        var problems = settings.apply(
                ConfigFile.parse("f", "mappedFileSizeCommitLog=2097152\nmapedFileSizeCommitLog=1048576"));
        assertThat(store.getMappedFileSizeCommitLog()).isEqualTo(2097152);
        assertThat(problems)
                .extracting(ConfigProblem::message)
                .containsExactly("mapedFileSizeCommitLog is ignored because mappedFileSizeCommitLog is given too");
    }

    @Test
    void aDerivedPlaceElsewhereIsWarnedAbout() throws Exception {
        var problems = settings.apply(ConfigFile.parse("f", "storePathIndex=/elsewhere\nstorePathRootDir=/data/store"));

        assertThat(problems)
                .extracting(ConfigProblem::toString)
                .containsExactly("f:1: storePathIndex=/elsewhere is not used: this always lies at /data/store/index");
        assertThat(settings.value("storePathIndex")).isEqualTo("/elsewhere");
    }

    @Test
    void oneEntrySetsBothSidesOfTheTransport() throws Exception {
        settings.apply(ConfigFile.parse("f", "writeBufferHighWaterMark=1024"));

        assertThat(settings.lines())
                .filteredOn(line -> line.equals("writeBufferHighWaterMark=1024"))
                .hasSize(2);
    }

    @Test
    void dumpsListBatchPushUnderItsHistoricalName() throws Exception {
        settings.apply(ConfigFile.parse("f", "enableBatchPush=true"));

        assertThat(settings.text()).contains("isEnableBatchPush=true\n").doesNotContain("\nenableBatchPush");
    }
}
