package org.apache.rocketmq.remoting.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void an_address_is_split_at_its_last_colon() {
        var address = (InetSocketAddress) RemotingHelper.string2SocketAddress("[::1]:9876");

        assertThat(address.getPort()).isEqualTo(9876);
        assertThat(address.getAddress().isLoopbackAddress()).isTrue();
    }

    @Test
    void an_address_is_written_without_host_name_and_slash() throws Exception {
        var address = new InetSocketAddress(InetAddress.getByAddress("some.host", new byte[] {10, 0, 0, 1}), 10911);

        assertThat(RemotingHelper.parseSocketAddressAddr(address)).isEqualTo("10.0.0.1:10911");
        assertThat(RemotingHelper.parseSocketAddressAddr(null)).isEmpty();
        assertThat(RemotingHelper.parseChannelRemoteAddr(null)).isEmpty();
    }

    @Test
    void an_ipv6_host_stands_in_brackets() throws Exception {
        assertThat(RemotingUtil.normalizeHostAddress(InetAddress.getByName("::1")))
                .isEqualTo("[0:0:0:0:0:0:0:1]");
    }

    @Test
    void this_machine_has_an_address() {
        assertThat(RemotingUtil.getLocalAddress()).isNotBlank();
    }

    @Test
    void an_unknown_tls_mode_is_permissive_and_the_match_is_exact() {
        assertThat(TlsMode.parse("enforcing")).isEqualTo(TlsMode.ENFORCING);
        assertThat(TlsMode.parse("ENFORCING")).isEqualTo(TlsMode.PERMISSIVE);
        assertThat(TlsMode.parse(null)).isEqualTo(TlsMode.PERMISSIVE);
    }
}
