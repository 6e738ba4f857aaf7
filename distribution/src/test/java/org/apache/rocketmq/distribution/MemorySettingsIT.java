package org.apache.rocketmq.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.rocketmq.distribution.fixture.Release;
import org.apache.rocketmq.distribution.fixture.RunningProgram;
import org.apache.rocketmq.distribution.fixture.UserAccount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Heap edits that guides tell users to make, and what the untouched scripts choose. Scenarios MEM-01 to MEM-04. */
class MemorySettingsIT {

    private static final long MB = 1 << 20;

    @TempDir
    private Path folder;

    private Release release;
    private UserAccount account;

    @BeforeEach
    void install() {
        release = Release.assembled().copyTo(folder.resolve("rocketmq"));
        account = UserAccount.withHome(folder.resolve("home"))
                .with("JAVA_OPT", null)
                .with("JAVA_OPT_EXT", null);
    }

    @ParameterizedTest
    @CsvSource({"runbroker.sh, 8g", "runserver.sh, 4g"})
    void theHeapLineIsThereToBeFound(String script, String shipped) throws IOException {
        assertThat(Files.readAllLines(release.script(script)))
                .anyMatch(line -> line.startsWith("JAVA_OPT=\"${JAVA_OPT} -server -Xms" + shipped + " -Xmx" + shipped));
    }

    @ParameterizedTest
    @ValueSource(strings = {"runbroker.sh", "runserver.sh"})
    void untouchedScriptsFitTheMachineAndSaySo(String script) {
        RunningProgram program = flags(account, script);
        assertThat(flag(program, "MaxHeapSize")).isBetween(128 * MB, 4096 * MB);
        assertThat(flag(program, "InitialHeapSize")).isLessThanOrEqualTo(256 * MB);
        assertThat(program.stderr()).contains(script + ": Java ", "heap from ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-server -Xms256m -Xmx256m -Xmn128m",
                "-server -Xms256m -Xmx256m -Xmn125m",
                "-server -Xms256m -Xmx256m -Xmn128m -XX:MetaspaceSize=128m -XX:MaxMetaspaceSize=320m"
            })
    void aReplacedLineIsTaken(String flags) throws IOException {
        for (String script : new String[] {"runbroker.sh", "runserver.sh"}) {
            edit(script, "(?m)^JAVA_OPT=.*-Xms.*$", "JAVA_OPT=\"\\${JAVA_OPT} " + flags + "\"");
            RunningProgram program = flags(account, script);
            assertThat(flag(program, "MaxHeapSize")).isEqualTo(256 * MB);
            assertThat(flag(program, "InitialHeapSize")).isEqualTo(256 * MB);
            assertThat(flag(program, "MaxNewSize")).isBetween(124 * MB, 128 * MB);
        }
    }

    @Test
    void sedOfTheShippedLiteralsIsTaken() throws IOException {
        edit("runbroker.sh", "-Xms8g -Xmx8g", "-Xms512m -Xmx512m");
        edit("runserver.sh", "-Xms4g -Xmx4g", "-Xms384m -Xmx384m");
        assertThat(flag(flags(account, "runbroker.sh"), "MaxHeapSize")).isEqualTo(512 * MB);
        assertThat(flag(flags(account, "runserver.sh"), "MaxHeapSize")).isEqualTo(384 * MB);
    }

    @Test
    void anAppendedLineIsTaken() throws IOException {
        edit("runbroker.sh", "(?m)^(JAVA_OPT=.*-Xms.*)$", "$1\nJAVA_OPT=\"\\${JAVA_OPT} -server -Xms300m -Xmx300m\"");
        assertThat(flag(flags(account, "runbroker.sh"), "MaxHeapSize")).isEqualTo(300 * MB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_OPT", "JAVA_OPT_EXT"})
    void theEnvironmentWins(String variable) {
        UserAccount own = account.with(variable, "-Xms200m -Xmx400m -XX:+UseParallelGC");
        for (String script : new String[] {"runbroker.sh", "runserver.sh", "tools.sh"}) {
            RunningProgram program = flags(own, script);
            assertThat(flag(program, "MaxHeapSize")).isEqualTo(400 * MB);
            assertThat(program.stdout())
                    .containsPattern("bool UseParallelGC += true")
                    .containsPattern("bool UseSerialGC += false");
        }
    }

    @Test
    void toolsAreSmallAndSilent() {
        RunningProgram program = flags(account, "tools.sh");
        assertThat(flag(program, "MaxHeapSize")).isLessThanOrEqualTo(256 * MB);
        assertThat(program.stderr()).doesNotContain("heap");
    }

    /** The run scripts hand their arguments to java, so it can be asked for its flags without any class. */
    private RunningProgram flags(UserAccount user, String script) {
        RunningProgram program = release.runToEnd(user, script, "-XX:+PrintFlagsFinal", "-version");
        assertThat(program.output()).contains("MaxHeapSize");
        return program;
    }

    private static long flag(RunningProgram program, String name) {
        return program.stdout()
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("\\w+ " + name + " .*"))
                .map(line -> line.split(" +")[3])
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }

    private void edit(String script, String pattern, String replacement) throws IOException {
        Path file = release.script(script);
        String before = Files.readString(file);
        String after = before.replaceAll(pattern, replacement);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after);
    }
}
