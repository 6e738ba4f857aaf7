package org.apache.rocketmq.distribution.interop;

import java.nio.file.Path;
import java.util.Map;
import org.apache.rocketmq.distribution.fixture.ClientPrograms;
import org.apache.rocketmq.distribution.fixture.OfficialRelease;
import org.apache.rocketmq.distribution.fixture.Release;
import org.apache.rocketmq.distribution.fixture.ServerProcess;
import org.apache.rocketmq.distribution.fixture.UserAccount;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every client with every server, in both serializations: sending (sync, async, oneway, batch, compressed, by selector)
 * and receiving (concurrently, orderly, broadcasting, by tags, again after a failure).
 */
class ClientInteropIT {

    private static final String BINARY = "-Drocketmq.serialize.type=ROCKETMQ";

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WithOurServers {

        private UserAccount account;
        private ServerProcess nameServer;
        private ServerProcess broker;

        @BeforeAll
        void start(@TempDir Path folder) {
            account = UserAccount.withHome(folder.resolve("home"));
            nameServer = ServerProcess.startNameServer(Release.assembled(), account);
            broker = ServerProcess.startBroker(Release.assembled(), account, nameServer.address(), Map.of());
        }

        @AfterAll
        void stop() {
            broker.close();
            nameServer.close();
        }

        @Test
        void officialClientIsUnderstood() {
            Conversation.hold(ClientPrograms.official(), account, nameServer.address(), "Json");
        }

        @Test
        void officialClientIsUnderstoodInTheBinarySerialization() {
            Conversation.hold(ClientPrograms.official().with(BINARY), account, nameServer.address(), "Binary");
        }

        @Test
        void officialClientOfTheNextVersionIsUnderstood() {
            // This client leaves a thread behind that keeps its JVM from ending.
            Conversation.hold(ClientPrograms.official5(), account, nameServer.address(), "Five", "exit");
        }

        @Test
        void ourClientIsUnderstood() {
            Conversation.hold(ClientPrograms.ours(), account, nameServer.address(), "Ours");
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WithOurServersThatAskInTheBinarySerialization {

        private UserAccount account;
        private ServerProcess nameServer;
        private ServerProcess broker;

        @BeforeAll
        void start(@TempDir Path folder) {
            account = UserAccount.withHome(folder.resolve("home"));
            UserAccount binary = account.with("ROCKETMQ_SERIALIZE_TYPE", "ROCKETMQ");
            nameServer = ServerProcess.startNameServer(Release.assembled(), binary);
            broker = ServerProcess.startBroker(Release.assembled(), binary, nameServer.address(), Map.of());
        }

        @AfterAll
        void stop() {
            broker.close();
            nameServer.close();
        }

        @Test
        void officialClientIsUnderstood() {
            Conversation.hold(ClientPrograms.official(), account, nameServer.address(), "Json");
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WithOfficialServers {

        private UserAccount account;
        private ServerProcess nameServer;
        private ServerProcess broker;

        @BeforeAll
        void start(@TempDir Path folder) {
            OfficialRelease official = OfficialRelease.resolved();
            account = UserAccount.withHome(folder.resolve("home"));
            nameServer = ServerProcess.startNameServer(official, account);
            broker = ServerProcess.startBroker(official, account, nameServer.address(), Map.of());
        }

        @AfterAll
        void stop() {
            broker.close();
            nameServer.close();
        }

        @Test
        void officialClientIsTheYardstick() {
            Conversation.hold(ClientPrograms.official(), account, nameServer.address(), "Yardstick");
        }

        @Test
        void ourClientIsUnderstood() {
            Conversation.hold(ClientPrograms.ours(), account, nameServer.address(), "Json");
        }

        @Test
        void ourClientIsUnderstoodInTheBinarySerialization() {
            Conversation.hold(ClientPrograms.ours().with(BINARY), account, nameServer.address(), "Binary");
        }
    }
}
