package org.apache.rocketmq.acl.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                 | 1.2.3.4     | false",
                "*                | 1.2.3.4     | true",
                "*                | ::1         | true",
                "*.*.*.*          | 1.2.3.4     | true",
                "*:*:*:*:*:*:*:*  | ::1         | true",
                "1.2.3.4          | 1.2.3.4     | true",
                "1.2.3.4          | 1.2.3.40    | false",
                "1.2.3.{4,5}      | 1.2.3.5     | true",
                "1.2.3.{4,5}      | 1.2.3.6     | false",
                "1.2.3.4,1.2.3.9  | 1.2.3.9     | true",
                "1.2.3.*          | 1.2.3.255   | true",
                "1.2.3.*          | 1.2.4.1     | false",
                "1.*.*.*          | 1.9.9.9     | true",
                "1.2.3.10-20      | 1.2.3.20    | true",
                "1.2.3.10-20      | 1.2.3.9     | false",
                "1.2.10-20.*      | 1.2.15.200  | true",
                "1.2.10-20.*      | 1.2.21.1    | false",
                "1.2.3.4          | ::1         | false",
                "fe80::1          | fe80:0:0:0:0:0:0:1  | true",
                "FE80::*          | fe80::ffff  | true",
                "fe80::{1,2}      | fe80::2     | true",
                "1:2:3:4:5:6:200-300:* | 1:2:3:4:5:6:2ff:9 | true",
                "1:2:3:4:5:6:200-300:* | 1:2:3:4:5:6:301:9 | false",
                "1:2:3:4:5:6:7:a-ff    | 1:2:3:4:5:6:7:b   | true"
            })
    void matches_what_its_form_says(String pattern, String address, boolean matches) throws UnknownHostException {
        assertThat(AddressPattern.parse(pattern).matches(InetAddress.getByName(address)))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.3",
                "1.2.3.256",
                "1.2.*.4",
                "*.2.3.4",
                "1.2-3.*.*",
                "1.2.3.20-10",
                "1.2.3.{4,5",
                "a.b.c.d",
                "1.2.3.{*,5}",
                "1::2::3",
                "1:2:3:4:5:*:7:8",
                "1:2:3:4:5:6:7:fffff",
                "localhost"
            })
    void refuses_any_other_form(String pattern) {
        assertThatThrownBy(() -> AddressPattern.parse(pattern))
                .isInstanceOf(AclException.class)
                .hasMessage("Netaddress examine Exception netaddress is " + pattern);
    }

    @Test
    void addresses_of_six_are_expanded() {
        assertThat(AclUtils.expandIP("5::7:6:1-200".substring(0, 6), 7))
                .isEqualTo("0005:0000:0000:0000:0000:0007:0006");
        assertThat(AclUtils.v6ipProcess("5::7:6:1-200:*")).isEqualTo("0005:0000:0000:0000:0007:0006");
        assertThat(AclUtils.v6ipProcess("::1")).isEqualTo("0000:0000:0000:0000:0000:0000:0000:0001");
    }
}
