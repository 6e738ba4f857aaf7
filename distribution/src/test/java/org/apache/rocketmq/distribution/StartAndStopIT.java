package org.apache.rocketmq.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.rocketmq.distribution.fixture.Release;
import org.apache.rocketmq.distribution.fixture.RunningProgram;
import org.apache.rocketmq.distribution.fixture.ServerProcess;
import org.apache.rocketmq.distribution.fixture.UserAccount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name server and a broker, started and stopped by script. Scenarios RUN-01 to RUN-03 and RUN-14 to RUN-17. */
class StartAndStopIT {

    @TempDir
    private Path folder;

    private Release release;
    private UserAccount account;

    @BeforeEach
    void install() {
        release = Release.assembled();
        account = UserAccount.withHome(folder.resolve("home"));
    }

    @Test
    void serversSayThatTheyStartedAndEndInEitherOrder() {
        ServerProcess nameServer = ServerProcess.startNameServer(release, account);
        try (nameServer;
                ServerProcess broker = ServerProcess.startBroker(release, account, nameServer.address(), Map.of())) {
            assertThat(nameServer.program().stdout())
                    .contains("The Name Server boot success. serializeType=JSON", "load config properties file OK, ");
            assertThat(broker.program().stdout())
                    .contains(
                            "The broker[broker-a, 127.0.0.1:%d] boot success. serializeType=JSON and name server is %s"
                                    .formatted(broker.port(), nameServer.address()));
            assertThat(account.log("namesrv.log")).content().contains("The Name Server boot success");
            assertThat(account.log("broker.log")).content().contains("boot success. serializeType=JSON");
            assertThat(account.store().resolve("abort")).exists();

            assertThat(nameServer.stop()).isEqualTo(143);
            assertThat(broker.stop()).isEqualTo(143);
            assertThat(account.store().resolve("abort")).doesNotExist();
        }
    }

    @Test
    void jpsShowsTheServersByTheirNames() {
        try (ServerProcess nameServer = ServerProcess.startNameServer(release, account);
                ServerProcess broker = ServerProcess.startBroker(release, account, nameServer.address(), Map.of())) {
            RunningProgram jps = account.start(account.home(), List.of(System.getProperty("java.home") + "/bin/jps"));
            assertThat(jps.awaitExit()).isZero();
            assertThat(jps.stdout())
                    .contains(nameServer.program().pid() + " NamesrvStartup")
                    .contains(broker.program().pid() + " BrokerStartup");
        }
    }
}
