package org.apache.rocketmq.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.rocketmq.common.BrokerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private final BrokerConfig config = new BrokerConfig();
    private final Settings settings = ConfigFixtures.settings(Path.of("unused"), config);

    private List<ConfigProblem> apply(String text) throws StrictConfigException {
        return settings.apply(ConfigFile.parse("broker.conf", text));
    }

    @Test
    void setsWhatTheFileSaysAndHasNothingToReport() throws Exception {
        assertThat(apply("brokerName = broker-a\ntransactionCheckMax=3\naclEnable=TRUE\n"))
                .isEmpty();

        assertThat(config.getBrokerName()).isEqualTo("broker-a");
        assertThat(config.getTransactionCheckMax()).isEqualTo(3);
        assertThat(config.isAclEnable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "brokerIp1, brokerIP1",
        "namesrvaddr, namesrvAddr",
        "brokerRol, ",
        "autoCreateTopicsEnable, autoCreateTopicEnable",
    })
    void namesTheNearestKeyOfATypo(String typo, String meant) throws Exception {
        var problems = apply("# head\n" + typo + "=x");

        var expected = "broker.conf:2: unknown key '" + typo + "' has no effect"
                + (meant == null ? "" : "; did you mean '" + meant + "'?");
        assertThat(problems).extracting(ConfigProblem::toString).containsExactly(expected);
        assertThat(settings.text()).contains(typo + "=x\n");
    }

    @ParameterizedTest
    @CsvSource({
        "defaultTopicQueueNums, 4x, using 8",
        "defaultTopicQueueNums, 0, using 8",
        "defaultTopicQueueNums, 99999999999, using 8",
        "traceTopicEnable, yes, using false",
        "registerNameServerPeriod, 5, 'using the nearest, 10000'",
    })
    void reportsAValueThatIsNotValidWithTheOneInUse(String key, String value, String used) throws Exception {
        var problems = apply(key + "=" + value);

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.isWarning()).isTrue();
            assertThat(problem)
                    .asString()
                    .startsWith("broker.conf:1: " + key + "=" + value + " is not valid, it takes ")
                    .endsWith(used);
        });
    }

    @Test
    void saysTheValidRangeAndTheUnit() throws Exception {
        assertThat(apply("sendMessageThreadPoolNums=-1").get(0).message())
                .contains("it takes a whole number from 1 to 2147483647 (threads)");
    }

    @Test
    void expandsTheHomeFolderAtTheStartOfAPath() throws Exception {
        apply("rocketmqHome=~/rocketmq");

        assertThat(config.getRocketmqHome()).isEqualTo(System.getProperty("user.home") + "/rocketmq");
        assertThat(HomeFolder.expand("~/a,~/b,/c~,~other/d"))
                .startsWith(System.getProperty("user.home"))
                .endsWith("/b,/c~,~other/d");
    }

    @Test
    void explainsAGuideKeyWithoutAWarning() throws Exception {
        var problems = apply("checkTransactionMessageEnable=false\nhighSpeedMode=true");

        assertThat(problems).noneMatch(ConfigProblem::isWarning);
        assertThat(problems)
                .extracting(ConfigProblem::message)
                .satisfiesExactly(
                        ignored -> assertThat(ignored).startsWith("checkTransactionMessageEnable is ignored: "),
                        unread -> assertThat(unread).isEqualTo("highSpeedMode has no effect: nothing reads it"));
        assertThat(settings.value("checkTransactionMessageEnable")).isEqualTo("false");
    }

    @Test
    void theLastOfTwoLinesCountsAndIsReported() throws Exception {
        var problems = apply("brokerName=a\nbrokerName=b\n");

        assertThat(config.getBrokerName()).isEqualTo("b");
        assertThat(problems)
                .extracting(ConfigProblem::toString)
                .containsExactly("broker.conf:2: brokerName was already given in line 1; this one counts");
    }

    @Test
    void strictModeRefusesAFileWithWarnings() {
        assertThatThrownBy(() -> apply("configStrict=true\nbrokerIp1=10.0.0.1"))
                .isInstanceOf(StrictConfigException.class)
                .hasMessageContaining("broker.conf:2: unknown key 'brokerIp1'");
    }

    @Test
    void strictModeAcceptsNotes() throws Exception {
        assertThat(apply("configStrict=true\ncheckTransactionMessageEnable=false"))
                .hasSize(1);
    }

    @Test
    void listsEveryKeyForThePrintOutWithNullAsEmpty() {
        config.setNamesrvAddr(null);

        assertThat(settings.lines()).contains("namesrvAddr=", "autoCreateTopicEnable=true");
        assertThat(settings.text()).doesNotContain("namesrvAddr=").contains("autoCreateTopicEnable=true\n");
    }

    @Test
    void importantLinesKeepTheirOrder() {
        assertThat(settings.importantLines())
                .extracting(line -> line.substring(0, line.indexOf('=')))
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
                        "aclEnable");
    }

    @Test
    void theCommandLineWinsAndKnowsOnlyKeys() {
        settings.set("namesrvAddr", "localhost:9876");

        assertThat(config.getNamesrvAddr()).isEqualTo("localhost:9876");
        assertThatThrownBy(() -> settings.set("nosuch", "x")).hasMessage("unknown key nosuch");
    }
}
