package org.apache.rocketmq.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.rocketmq.distribution.fixture.FreePorts;
import org.apache.rocketmq.distribution.fixture.Release;
import org.apache.rocketmq.distribution.fixture.RunningProgram;
import org.apache.rocketmq.distribution.fixture.ServerProcess;
import org.apache.rocketmq.distribution.fixture.UserAccount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ways in which guides tell users to call the scripts, with a name server. Scenarios RUN-01 to RUN-08, RUN-16 and
 * INS-02 to INS-06.
 */
class StartScriptsIT {

    @TempDir
    private Path folder;

    private Release release;
    private UserAccount account;

    @BeforeEach
    void install() {
        release = Release.assembled().copyTo(folder.resolve("rocketmq"));
        account = UserAccount.withHome(folder.resolve("home"));
    }

    @Test
    void scriptsRunByRelativePathFromInsideBinByNameAndByLink() throws IOException {
        Path settings = nameServerSettings();
        String log = account.home().resolve("nohup.out").toString();
        Path link = Files.createSymbolicLink(folder.resolve("mqn"), release.script("mqnamesrv"));
        List<String> ways = List.of(
                "cd %s && exec sh bin/mqnamesrv".formatted(release.home()),
                "cd %s && exec bin/mqnamesrv".formatted(release.home()),
                "cd %s/bin && exec sh mqnamesrv".formatted(release.home()),
                "PATH=$PATH:%s/bin && exec mqnamesrv".formatted(release.home()),
                "exec %s".formatted(link),
                "exec nohup sh %s/bin/mqnamesrv -n 1.2.3.4:9876".formatted(release.home()));
        for (String way : ways) {
            Files.deleteIfExists(Path.of(log));
            try (RunningProgram server = account.start(
                    account.home(), List.of("/bin/sh", "-c", way + " -c " + settings + " > " + log + " 2>&1"))) {
                await(way).atMost(RunningProgram.PATIENCE).until(() -> Files.readString(Path.of(log))
                        .contains("The Name Server boot success"));
                server.terminate();
                assertThat(server.awaitExit()).as(way).isEqualTo(143);
            }
        }
    }

    @Test
    void aRelativeSettingsFileIsFoundFromTheFolderOfTheCaller() throws IOException {
        Path settings = nameServerSettings();
        Files.copy(settings, release.home().resolve("conf/own.properties"));
        try (RunningProgram server =
                account.start(release.home(), List.of("bin/mqnamesrv", "-c", "conf/own.properties"))) {
            server.awaitOutput("The Name Server boot success");
        }
    }

    @Test
    void theClassPathOfTheUserDoesNotDisturb() throws IOException {
        UserAccount own = account.with("CLASSPATH", ".:/nowhere/lib:" + account.home());
        Files.writeString(account.home().resolve("logback.xml"), "<broken");
        try (RunningProgram server = own.start(
                account.home(),
                List.of(
                        "/bin/sh",
                        release.script("mqnamesrv").toString(),
                        "-c",
                        nameServerSettings().toString()))) {
            server.awaitOutput("The Name Server boot success");
        }
    }

    @Test
    void rocketmqHomeWinsOverThePlaceOfTheScript() {
        RunningProgram program = release.runToEnd(
                account.with("ROCKETMQ_HOME", folder.resolve("elsewhere").toString()), "mqbroker");
        assertThat(program.awaitExit()).isEqualTo(1);
        assertThat(program.stderr()).contains("ROCKETMQ_HOME is " + folder.resolve("elsewhere"));
    }

    @Test
    void aCheckoutUsesTheJarsOfItsLastBuild() throws IOException {
        Path checkout = folder.resolve("checkout");
        release.copyTo(checkout);
        Path built = checkout.resolve("distribution/target/rocketmq-9.9/rocketmq-9.9");
        Files.createDirectories(built);
        Files.move(checkout.resolve("lib"), built.resolve("lib"));
        try (RunningProgram server = account.start(
                checkout,
                List.of("sh", "bin/mqnamesrv", "-c", nameServerSettings().toString()))) {
            server.awaitOutput("The Name Server boot success");
        }
    }

    @Test
    void withoutJarsOneLineSaysSo() throws IOException {
        Files.move(release.home().resolve("lib"), folder.resolve("gone"));
        RunningProgram program = release.runToEnd(account, "mqnamesrv");
        assertThat(program.awaitExit()).isEqualTo(1);
        assertThat(program.stderr()).startsWith("ERROR: no jars: ").hasLineCount(1);
    }

    @Test
    void argumentsInOnePieceAreSplitAtBlanks() throws IOException {
        try (RunningProgram server = account.start(
                account.home(),
                List.of("/bin/sh", release.script("mqnamesrv").toString(), "-c " + nameServerSettings()))) {
            server.awaitOutput("The Name Server boot success");
        }
    }

    /** Not through mqshutdown itself, which stops the servers of everybody on this machine. */
    @Test
    void shutdownNamesWhatItStops() {
        try (ServerProcess nameServer = ServerProcess.startNameServer(release, account)) {
            long pid = nameServer.program().pid();
            RunningProgram shutdown = account.shell(
                    release.home(),
                    ". bin/pids.sh; pids_of org.apache.rocketmq.namesrv.namesrvstartup; stop mqnamesrv "
                            + account.home());
            assertThat(shutdown.stdout().lines().toList())
                    .contains(
                            Long.toString(pid),
                            "The mqnamesrv(%d) is running...".formatted(pid),
                            "Send shutdown request to mqnamesrv(%d) OK".formatted(pid));
            assertThat(nameServer.program().awaitExit()).isEqualTo(143);

            RunningProgram again = account.shell(release.home(), ". bin/pids.sh; stop mqnamesrv " + account.home());
            assertThat(again.stdout()).isEqualTo("No mqnamesrv running.\n");
            assertThat(again.awaitExit()).isEqualTo(255);
        }
    }

    @Test
    void shutdownOfAnUnknownRoleExplainsItself() {
        RunningProgram program = release.runToEnd(account, "mqshutdown", "everything");
        assertThat(program.stdout()).isEqualTo("Useage: mqshutdown broker | namesrv\n");
        assertThat(program.awaitExit()).isZero();
    }

    private Path nameServerSettings() throws IOException {
        return Files.writeString(
                account.home().resolve("namesrv.properties"), "listenPort=%d%n".formatted(FreePorts.one()));
    }
}
