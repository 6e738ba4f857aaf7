package org.apache.rocketmq.acl.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.rocketmq.common.AclConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AclFileTest {
    @TempDir
    Path folder;

    @Test
    void a_file_is_read_into_a_bean_with_numbers_as_text() throws IOException {
        Path file = folder.resolve("acl.yml");
        Files.writeString(
                file, "globalWhiteAddrs: [10.0.0.*]\nplainAccessConfigs:\n- {accessKey: user, secretKey: 12345678}\n");

        AclConfig config = AclFile.read(file, AclConfig.class);

        assertThat(config.getGlobalWhiteAddrs()).containsExactly("10.0.0.*");
        assertThat(config.getPlainAccessConfigs().get(0).getSecretKey()).isEqualTo("12345678");
    }

    @Test
    void what_is_written_comes_back() {
        Path file = folder.resolve("acl.yml");
        Map<String, Object> content = Map.of("accounts", List.of(Map.of("accessKey", "user", "admin", true)));

        assertThat(AclUtils.writeDataObject(file.toString(), content)).isTrue();
        assertThat((Object) AclUtils.getYamlDataObject(file.toString(), Map.class))
                .isEqualTo(content);
    }

    @Test
    void a_missing_file_is_nothing_and_a_broken_one_an_error() throws IOException {
        Path broken = folder.resolve("broken.yml");
        Files.writeString(broken, "a: [1\nb: }");

        assertThat((Object) AclFile.read(folder.resolve("none.yml"), Map.class)).isNull();
        assertThatThrownBy(() -> AclFile.read(broken, Map.class))
                .isInstanceOf(AclException.class)
                .hasMessageContaining("broken.yml");
    }

    @Test
    void no_class_can_be_chosen_by_the_text() throws IOException {
        Path file = folder.resolve("evil.yml");
        Files.writeString(file, "!!java.io.File [/tmp/x]");

        assertThatThrownBy(() -> AclFile.read(file, Map.class)).isInstanceOf(AclException.class);
    }

    @Test
    void tools_sign_with_the_account_of_their_file_if_it_is_complete() throws IOException {
        Path file = folder.resolve("tools.yml");
        Files.writeString(file, "accessKey: rocketmq2\nsecretKey: 12345678\n");

        var hook = (AclClientRPCHook) AclUtils.getAclRPCHook(file.toString());

        assertThat(hook.getSessionCredentials()).isEqualTo(new SessionCredentials("rocketmq2", "12345678"));
        Files.writeString(file, "accessKey: rocketmq2\nsecretKey: ''\n");
        assertThat(AclUtils.getAclRPCHook(file.toString())).isNull();
        assertThat(AclUtils.getAclRPCHook(folder.resolve("none").toString())).isNull();
    }
}
