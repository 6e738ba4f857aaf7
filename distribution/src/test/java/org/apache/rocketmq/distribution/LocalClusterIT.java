package org.apache.rocketmq.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.distribution.fixture.FreePorts;
import org.apache.rocketmq.distribution.fixture.Release;
import org.apache.rocketmq.distribution.fixture.RunningProgram;
import org.apache.rocketmq.distribution.fixture.UserAccount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mqlocal}: both servers in one process. */
class LocalClusterIT {

    @TempDir
    private Path folder;

    private UserAccount account;
    private int port;

    @BeforeEach
    void chooseAPortWhoseBrokerPortIsFreeToo() {
        account = UserAccount.withHome(folder.resolve("home"));
        do {
            port = FreePorts.forBroker() - 1035;
        } while (port < 1024);
    }

    @Test
    void theDemoReceivesWhatItSent() {
        try (RunningProgram demo =
                mqlocal("demo", "--data", folder.resolve("data").toString())) {
            assertThat(demo.awaitExit()).as(demo.output()).isZero();
            assertThat(demo.stdout())
                    .matches("sent 1000, received 1000, [0-9]+ messages/s sent one after the other, data in "
                            + folder.resolve("data") + "\n");
        }
    }

    @Test
    void itRunsUntilItIsInterruptedAndStopsInGoodOrder() {
        try (RunningProgram local = mqlocal("--data", folder.resolve("data").toString())) {
            local.awaitOutput("Ctrl-C ends it");
            assertThat(folder.resolve("data/store/abort")).exists();
            local.terminate();
            assertThat(local.awaitExit()).isEqualTo(143);
            assertThat(folder.resolve("data/store/abort")).doesNotExist();
        }
    }

    @Test
    void aPortInUseIsSaidInOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(port);
                RunningProgram local = mqlocal()) {
            assertThat(local.awaitExit()).isEqualTo(1);
            assertThat(local.stderr())
                    .contains("cannot listen on port " + taken.getLocalPort())
                    .hasLineCount(1);
        }
    }

    private RunningProgram mqlocal(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("/bin/sh", Release.assembled().script("mqlocal").toString(), "--port", Integer.toString(port)));
        command.addAll(List.of(arguments));
        return account.start(account.home(), command);
    }
}
