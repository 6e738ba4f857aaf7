package org.apache.rocketmq.namesrv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that end by themselves; the one that goes on is tested over the assembled release. */
class NamesrvStartupTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return new NamesrvStartup(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(arguments);
    }

    private String config(String... lines) throws Exception {
        return Files.write(folder.resolve("ns.conf"), List.of(lines)).toString();
    }

    private Path home() throws Exception {
        var conf = Files.createDirectories(folder.resolve("home/conf"));
        Files.writeString(conf.resolve("logback_namesrv.xml"), "<configuration/>");
        return folder.resolve("home");
    }

    @Test
    void helpShowsTheUsage() {
        assertThat(run("-h")).isZero();
        assertThat(out)
                .asString()
                .startsWith("usage: mqnamesrv [-c <arg>] [-h] [-n <arg>] [-p]\n -c,--configFile <arg>");
    }

    @Test
    void anUnknownOptionShowsTheUsageToo() {
        assertThat(run("--nosuch")).isEqualTo(1);
        assertThat(out).asString().startsWith("usage: mqnamesrv");
    }

    @Test
    void printsEverySetting() throws Exception {
        assertThat(run("-p", "-n", "ignored:9876", "word=ignored", "-c", config("listenPort = 12345")))
                .isZero();
        assertThat(out)
                .asString()
                .startsWith("load config properties file OK, ")
                .contains("RocketmqNamesrvConsole - listenPort=12345", "RocketmqNamesrvConsole - clusterTest=false");
    }

    @Test
    void theDefaultPortIs9876() {
        assertThat(run("-p")).isZero();
        assertThat(out).asString().contains("listenPort=9876");
    }

    @Test
    void saysWhatIsWrongInTheFile() throws Exception {
        var file = config("listenport=1", "listenPort=abc");

        run("-p", "-c", file);

        assertThat(out)
                .asString()
                .contains(file + ":1: unknown key 'listenport' has no effect; did you mean 'listenPort'?")
                .contains(file + ":2: listenPort=abc is not valid");
    }

    @Test
    void strictModeDoesNotStartWithWarnings() throws Exception {
        assertThat(run("-p", "-c", config("listenport=1", "configStrict=true"))).isEqualTo(-1);
        assertThat(err).asString().contains("did you mean 'listenPort'?");
    }

    @Test
    void aMissingFileIsOneLine() {
        assertThat(run("-c", folder.resolve("nosuch").toString())).isEqualTo(-1);
        assertThat(err).asString().contains("nosuch").hasLineCount(1);
    }

    @Test
    void aMissingLoggingFileIsOneLine() throws Exception {
        assertThat(run("-c", config("rocketmqHome=" + folder.resolve("nosuch"))))
                .isEqualTo(-1);
        assertThat(err).asString().contains("logback_namesrv.xml").hasLineCount(1);
    }

    @Test
    void aTakenPortIsOneLine() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var file = config(
                    "rocketmqHome=" + home(),
                    "kvConfigPath=" + folder.resolve("kv.json"),
                    "listenPort=" + taken.getLocalPort());

            assertThat(run("-c", file)).isEqualTo(-1);
            assertThat(err)
                    .asString()
                    .contains(String.valueOf(taken.getLocalPort()))
                    .hasLineCount(1);
        }
    }

    @Test
    void damagedKvConfigurationEndsTheStart() throws Exception {
        var kv = Files.writeString(folder.resolve("kv.json"), "garbage");

        assertThat(run("-c", config("rocketmqHome=" + home(), "kvConfigPath=" + kv, "listenPort=0")))
                .isEqualTo(-3);
        assertThat(err).asString().contains(kv.toString());
        assertThat(kv).hasContent("garbage");
    }
}
