package org.apache.rocketmq.tools.command.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionParserTest {
    private static OptionSet options() {
        return new OptionSet()
                .required("t", "topic", "topic")
                .flag("l", "list", "list")
                .flag("s", "short", "short")
                .optional("p", "print msg", "print");
    }

    private static Arguments parse(String line) throws UsageException {
        return OptionParser.parse(options(), line.split("\\|"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-t|T",
                "-tT",
                "--topic|T",
                "--topic=T",
                "-topic|T",
                "a|-t|T|b",
                "-t|\"T\"",
                "-t| T ",
                "-t|T|-t|U"
            })
    void everyFormGivesTheValue(String line) throws UsageException {
        assertThat(parse(line).text("t")).isEqualTo("T");
    }

    @Test
    void singleLetterFlagsMayBeBundled() throws UsageException {
        Arguments arguments = parse("-lst|T");
        assertThat(arguments.has("l")).isTrue();
        assertThat(arguments.has("s")).isTrue();
        assertThat(arguments.text("t")).isEqualTo("T");
    }

    @Test
    void aLongNameMayContainABlank() throws UsageException {
        assertThat(parse("-t|T|--print msg|true").bool("p", false)).isTrue();
    }

    @Test
    void aValueMayStartWithADashUnlessItIsAnOption() throws UsageException {
        assertThat(parse("-t|-1").text("t")).isEqualTo("-1");
        assertThatThrownBy(() -> parse("-t|-l")).hasMessage("option -t needs a value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-t|T|-z", "-t|T|--lis", "-t", "-l"})
    void wrongLinesAreRefused(String line) {
        assertThatThrownBy(() -> parse(line)).isInstanceOf(UsageException.class);
    }

    @Test
    void exactlyOneOfAnExclusivePairIsNeeded() throws UsageException {
        OptionSet pair = new OptionSet().oneOf("b", "broker", "b").oneOf("c", "cluster", "c");
        assertThat(OptionParser.parse(pair, "-b", "x").text("b")).isEqualTo("x");
        assertThatThrownBy(() -> OptionParser.parse(pair, "-b", "x", "-c", "y"))
                .hasMessage("give one of -b, -c, not both");
        assertThatThrownBy(() -> OptionParser.parse(pair)).hasMessage("give one of -b, -c");
    }
}
