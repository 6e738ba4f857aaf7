package org.apache.rocketmq.acl.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionTest {
    @ParameterizedTest
    @CsvSource({"PUB,4", "SUB,8", "PUB|SUB,12", "SUB|PUB,12", "DENY,1", "' PUB ',4", "pub,1", ",1"})
    void texts_become_bits_and_anything_else_is_denied(String text, byte bits) {
        assertThat(Permission.parsePermFromString(text)).isEqualTo(bits);
    }

    @ParameterizedTest
    @CsvSource({"4,4,true", "4,8,false", "8,12,true", "2,8,true", "2,0,false", "4,5,false", "2,1,false"})
    void the_needed_bit_must_be_owned_and_deny_wins(byte needed, byte owned, boolean allowed) {
        assertThat(Permission.checkPermission(needed, owned)).isEqualTo(allowed);
    }

    @Test
    void five_requests_are_for_admins() {
        assertThat(Permission.ADMIN_CODE).containsExactlyInAnyOrder(17, 25, 215, 200, 207);
        assertThat(Permission.needAdminPerm(17)).isTrue();
        assertThat(Permission.needAdminPerm(10)).isFalse();
    }

    @Test
    void well_formed_entries_pass() {
        assertThatCode(() -> Permission.checkResourcePerms(List.of("a=PUB", "b = SUB|PUB", "c=DENY")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a=", "a=PUB=SUB"})
    void an_entry_without_name_and_permission_is_named(String entry) {
        assertThatThrownBy(() -> Permission.checkResourcePerms(List.of(entry)))
                .isInstanceOf(AclException.class)
                .hasMessage("Parse Resource format error for " + entry
                        + ".\nThe expected resource format is 'Res=Perm'. For example: topicA=SUB");
    }

    @Test
    void an_unknown_permission_is_named() {
        assertThatThrownBy(() -> Permission.checkResourcePerms(List.of("a=WRITE")))
                .isInstanceOf(AclException.class)
                .hasMessage(
                        "Parse resource permission error for a=WRITE.\nThe expected permissions are 'SUB' or 'PUB' or"
                                + " 'SUB|PUB' or 'PUB|SUB'.");
    }
}
