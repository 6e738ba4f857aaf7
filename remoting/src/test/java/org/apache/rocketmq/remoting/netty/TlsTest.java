package org.apache.rocketmq.remoting.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.apache.rocketmq.remoting.common.TlsMode;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsTest {
    @TempDir
    Path folder;

    private final TestPeers peers = new TestPeers();

    @BeforeEach
    void isolate() {
        TlsSystemConfig.tlsConfigFile = folder.resolve("tls.properties").toString();
    }

    @AfterEach
    void close() {
        peers.close();
        TlsSystemConfig.tlsMode = TlsMode.PERMISSIVE;
        TlsSystemConfig.tlsConfigFile = "/etc/rocketmq/tls.properties";
    }

    private NettyRemotingClient client(boolean tls) {
        var config = new NettyClientConfig();
        config.setUseTLS(tls);
        return peers.client(config);
    }

    private static int echo(NettyRemotingClient client, NettyRemotingServer server) throws Exception {
        return client.invokeSync(TestPeers.address(server), TestPeers.echoRequest(new byte[100_000]), 3000)
                .getBody()
                .length;
    }

    @ParameterizedTest
    @CsvSource({
        "DISABLED, true, false",
        "DISABLED, false, true",
        "PERMISSIVE, true, true",
        "PERMISSIVE, false, true",
        "ENFORCING, true, true",
        "ENFORCING, false, false"
    })
    void the_mode_decides_which_connections_are_served(TlsMode mode, boolean tls, boolean served) throws Exception {
        TlsSystemConfig.tlsMode = mode;
        var server = peers.startedServer();
        var client = client(tls);

        if (served) {
            assertThat(echo(client, server)).isEqualTo(100_000);
        } else {
            assertThatThrownBy(() -> echo(client, server)).isInstanceOf(RemotingException.class);
        }
    }

    @Test
    void configured_certificates_are_verified_without_asking_for_it() throws Exception {
        var trusted = identity("trusted");
        identity("stranger");
        settings("trusted", "trusted");
        var server = peers.startedServer();
        assertThat(TlsSettings.client().verifyPeer()).isTrue();
        assertThat(echo(client(true), server)).isEqualTo(100_000);

        settings("trusted", "stranger");

        assertThatThrownBy(() -> echo(client(true), server)).isInstanceOf(RemotingException.class);
        assertThat(trusted.certificate().getSubjectX500Principal().getName()).isEqualTo("CN=trusted");
    }

    @Test
    void a_changed_certificate_is_taken_without_restart() throws Exception {
        identity("server");
        settings("server", "server");
        var server = peers.startedServer();
        assertThat(echo(client(true), server)).isEqualTo(100_000);

        identity("server");

        await().ignoreExceptions().until(() -> echo(client(true), server) == 100_000);
    }

    @Test
    void a_server_without_its_certificate_does_not_start() throws Exception {
        Files.writeString(folder.resolve("tls.properties"), "tls.test.mode.enable=false\n");

        assertThatThrownBy(peers::startedServer)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tls.server.certPath");
    }

    private void settings(String server, String trust) throws IOException {
        Files.writeString(
                folder.resolve("tls.properties"),
                "tls.server.certPath=%1$s/%2$s.pem\ntls.server.keyPath=%1$s/%2$s.key\ntls.client.trustCertPath=%1$s/%3$s.pem\n"
                        .formatted(folder, server, trust));
    }

    private SelfSignedIdentity identity(String name) throws IOException, GeneralSecurityException {
        var identity = SelfSignedIdentity.create(name);
        pem(name + ".pem", "CERTIFICATE", identity.certificate().getEncoded());
        pem(name + ".key", "PRIVATE KEY", identity.key().getEncoded());
        return identity;
    }

    private void pem(String file, String type, byte[] der) throws IOException {
        Files.writeString(
                folder.resolve(file),
                "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                        .formatted(type, Base64.getMimeEncoder().encodeToString(der)));
    }
}
