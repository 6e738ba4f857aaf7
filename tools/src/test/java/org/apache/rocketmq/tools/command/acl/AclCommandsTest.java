package org.apache.rocketmq.tools.command.acl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.tools.fixture.CommandLine;
import org.apache.rocketmq.tools.fixture.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AclCommandsTest {
    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private String printed(String... words) {
        CommandLine run = CommandLine.run(server, words);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return run.out();
    }

    @Test
    void anAccountIsSentAndItsSecretNotPrinted() {
        server.accept(RequestCode.UPDATE_AND_CREATE_ACL_CONFIG);
        assertThat(printed(
                        "updateAclConfig",
                        "-b",
                        server.address(),
                        "-a",
                        "ak1234567",
                        "-s",
                        "sk12345678",
                        "-t",
                        "topicA=DENY,topicB=PUB"))
                .isEqualTo("create or update plain access config to 127.0.0.1:10911 success.\n");
        assertThat(server.received(RequestCode.UPDATE_AND_CREATE_ACL_CONFIG)
                        .get(0)
                        .fields())
                .containsEntry("accessKey", "ak1234567")
                .containsEntry("secretKey", "sk12345678")
                .containsEntry("admin", "false")
                .containsEntry("topicPerms", "topicA=DENY,topicB=PUB");
    }

    @Test
    void anAccountIsDeletedUnderEitherNameOfTheCommand() {
        server.accept(RequestCode.DELETE_ACL_CONFIG);
        assertThat(printed("deleteAccessConfig", "-c", "DefaultCluster", "-a", "ak1234567"))
                .isEqualTo("delete plain access config account from 127.0.0.1:10911 success.\n"
                        + "account's accesskey is:ak1234567\n");
    }

    @Test
    void everyAclFileHasARowWithItsVersion() {
        server.on(
                RequestCode.GET_BROKER_CLUSTER_ACL_INFO,
                request -> ScriptedServer.success(
                        new byte[0],
                        Map.of(
                                "clusterName", "AclCluster",
                                "brokerName", "broker-acl",
                                "brokerAddr", "127.0.0.1:10911",
                                "version", "{\"counter\":0,\"timestamp\":1795199512000}",
                                "allAclFileVersion",
                                        "{\"/opt/plain_acl.yml\":{\"counter\":0,\"timestamp\":1795199512000}}")));
        assertThat(printed("clusterAclConfigVersion", "-b", server.address()))
                .isEqualTo("AclCluster        broker-acl              127.0.0.1:10911         /opt/plain_acl.yml    0"
                        + " ".repeat(23) + "2026-11-21 02:31:52   \n"
                        + "get broker's plain access config version success.\n");
    }
}
