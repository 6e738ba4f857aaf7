package org.apache.rocketmq.common.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"brokerName=broker-a\"          | broker-a",
                "\"  brokerName = broker-a  \"    | broker-a",
                "\"brokerName:broker-a\"          | broker-a",
                "\"brokerName broker-a\"          | broker-a",
                "\"brokerName=broker-\\u0061\"    | broker-a",
                "\"brokerName=a=b:c\"             | a=b:c",
                "\"brokerName=a#b\"               | a#b",
                "\"brokerName=a \\\\# b\"         | \"a \\\\# b\"",
            })
    void readsAsPropertiesDo(String line, String value) {
        var unescaped = value.replace("\\\\#", "#");
        assertThat(ConfigFile.parse("f", line.replace("\\\\", "\\")).value("brokerName"))
                .contains(unescaped);
    }

    @Test
    void joinsLinesThatEndWithABackslash() {
        var file = ConfigFile.parse("f", "namesrvAddr=a:1;\\\n   b:2\nbrokerName=x");

        assertThat(file.value("namesrvAddr")).contains("a:1;b:2");
        assertThat(file.entries().get(1).firstLine()).isEqualTo(3);
    }

    @Test
    void stripsAnExplanationBehindAValueAndNamesFileAndLine() {
        var file = ConfigFile.parse("conf/broker.conf", "# note\nbrokerId = 0\t # the master\n");

        assertThat(file.value("brokerId")).contains("0");
        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.isWarning()).isTrue();
            assertThat(problem).asString().startsWith("conf/broker.conf:2: brokerId: the explanation '# the master'");
        });
    }

    @Test
    void reportsABrokenUnicodeEscapeAndTakesItLiterally() {
        var file = ConfigFile.parse("f", "storePathRootDir=C:\\\\users\\u\nbrokerId=0");

        assertThat(file.value("storePathRootDir")).contains("C:\\users\\u");
        assertThat(file.value("brokerId")).contains("0");
        assertThat(file.problems()).hasSize(1);
    }

    @Test
    void readsUtf8AndFallsBackToLatin1(@TempDir Path folder) throws Exception {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1}) {
            var path = Files.write(folder.resolve("f"), "brokerName=caf\u00e9".getBytes(charset));

            assertThat(ConfigFile.read(path).value("brokerName")).contains("caf\u00e9");
        }
    }

    @Test
    void passesOverAByteOrderMark() {
        assertThat(ConfigFile.parse("f", "\uFEFFbrokerId=1").value("brokerId")).contains("1");
    }

    @Test
    void changesOneLineAndKeepsTheRest() {
        var text = "# head\nbrokerName = a\n\n  brokerPermission = 6   # bits\n! tail\n";

        var changed = ConfigFile.parse("f", text).with("brokerPermission", "4");

        assertThat(changed.text()).isEqualTo("# head\nbrokerName = a\n\n  brokerPermission = 4   # bits\n! tail\n");
    }

    @Test
    void changesTheLastOfRepeatedLinesAndWhatSpansLines() {
        var repeated = ConfigFile.parse("f", "a=1\nb=2\na=3\n").with("a", "4");
        var spanning = ConfigFile.parse("f", "a=1;\\\n  2\nb=2\n").with("a", "4");

        assertThat(repeated.text()).isEqualTo("a=1\nb=2\na=4\n");
        assertThat(spanning.text()).isEqualTo("a=4\nb=2\n");
    }

    @Test
    void keepsTheLineEndsOfTheFile() {
        assertThat(ConfigFile.parse("f", "# a\r\nb=1\r\n").with("b", "2").text())
                .isEqualTo("# a\r\nb=2\r\n");
    }

    @Test
    void addsAMissingKeyAtTheEndSoThatItReadsBack() {
        var added = ConfigFile.parse("f", "a=1").with("b", "C:\\x #1");

        assertThat(added.text()).startsWith("a=1\nb=");
        assertThat(ConfigFile.parse("f", added.text()).value("b")).contains("C:\\x #1");
        assertThat(added.problems()).isEmpty();
    }
}
