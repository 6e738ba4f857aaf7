package org.apache.rocketmq.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.rocketmq.common.BrokerConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnlineUpdateTest {
    private static final String FILE =
            "# my broker\nbrokerName = a\nbrokerPermission = 6   # read and write\n\nnosuch=1\n";

    @TempDir
    private Path folder;

    private final BrokerConfig config = new BrokerConfig();
    private Path file;
    private Settings settings;

    @BeforeEach
    void load() throws Exception {
        file = Files.writeString(folder.resolve("broker.conf"), FILE);
        settings = ConfigFixtures.settings(Path.of("unused"), config);
        settings.load(file);
    }

    @Test
    void changesTheLiveValueAndOnlyItsLine() throws Exception {
        var update = settings.update("brokerPermission=4\n");

        assertThat(update)
                .asInstanceOf(type(ConfigUpdate.Applied.class))
                .satisfies(applied -> assertThat(applied.changed()).containsExactly("brokerPermission"));
        assertThat(config.getBrokerPermission()).isEqualTo(4);
        assertThat(file).hasContent(FILE.replace("= 6 ", "= 4 "));
        assertThat(folder.resolve("broker.conf.bak")).hasContent(FILE);
    }

    @Test
    void appendsAKeyThatTheFileDoesNotHave() throws Exception {
        settings.update("longPollingEnable=false");

        assertThat(config.isLongPollingEnable()).isFalse();
        assertThat(file).hasContent(FILE + "longPollingEnable=false\n");
    }

    @Test
    void keepsASymbolicLinkToTheFile() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("link.conf"), file);
        settings.load(link);

        settings.update("brokerPermission=4");

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent(FILE.replace("= 6 ", "= 4 "));
    }

    @Test
    void writesAFileOfItsOwnWhenNoneWasLoaded() throws Exception {
        var own = folder.resolve("deep/own.properties");
        var withoutFile = ConfigFixtures.settings(own, config);

        withoutFile.update("longPollingEnable=false");

        assertThat(own).hasContent("longPollingEnable=false\n");
    }

    @Test
    void refusesAKeyThatNeedsARestartAndNamesIt() throws Exception {
        var update = settings.update("longPollingEnable=false\naclEnable=true\n");

        assertThat(update)
                .asInstanceOf(type(ConfigUpdate.Forbidden.class))
                .satisfies(refused ->
                        assertThat(refused.remark()).contains("aclEnable").contains("broker.conf"));
        assertThat(config.isLongPollingEnable()).isTrue();
        assertThat(file).hasContent(FILE);
    }

    @Test
    void acceptsTheRepetitionOfAPresentValue() {
        assertThat(settings.update("brokerName=a\nbrokerPermission=6")).isInstanceOf(ConfigUpdate.Applied.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"configBlackList", "brokerConfigPath", "rocketmqHome"})
    void refusesBlackListedNames(String name) {
        assertThat(settings.update("longPollingEnable=false\n" + name + "=/tmp/x"))
                .isEqualTo(new ConfigUpdate.Forbidden("Can not update config in black list."));
        assertThat(config.isLongPollingEnable()).isTrue();
    }

    @Test
    void theOperatorMayBlackListMore() {
        config.setConfigBlackList("configBlackList;longPollingEnable");

        assertThat(settings.update("longPollingEnable=false")).isInstanceOf(ConfigUpdate.Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"brokerPermission=8", "brokerPermission=six", "longPollingEnable=no"})
    void refusesAValueThatIsNotValid(String line) throws Exception {
        assertThat(settings.update(line))
                .asInstanceOf(type(ConfigUpdate.Invalid.class))
                .satisfies(refused -> assertThat(refused.remark()).startsWith(line + " is not valid, it takes "));
        assertThat(file).hasContent(FILE);
    }

    @Test
    void answersUnknownNamesWithSuccessAndSaysSo() {
        assertThat(settings.update("brokerPermision=4"))
                .asInstanceOf(type(ConfigUpdate.Applied.class))
                .satisfies(applied -> assertThat(applied.ignored())
                        .containsExactly(
                                "unknown key 'brokerPermision' has no effect; did you mean 'brokerPermission'?"));
    }

    @Test
    void refusesTextThatIsNoPropertiesText() {
        assertThat(settings.update("a=\\u12")).isEqualTo(new ConfigUpdate.Invalid("string2Properties error"));
    }

    @Test
    void changesNothingWhenTheFileCannotBeWritten() throws Exception {
        var blocked = Files.writeString(folder.resolve("blocked"), "");
        var withoutFile = ConfigFixtures.settings(blocked.resolve("own.properties"), config);

        assertThat(withoutFile.update("longPollingEnable=false")).isInstanceOf(ConfigUpdate.Invalid.class);
        assertThat(config.isLongPollingEnable()).isTrue();
    }
}
