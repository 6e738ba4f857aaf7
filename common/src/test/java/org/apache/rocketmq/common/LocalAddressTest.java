package org.apache.rocketmq.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalAddressTest {

    private static String choice(String... addresses) throws UnknownHostException {
        List<InetAddress> parsed = new ArrayList<>();
        for (String address : addresses) {
            parsed.add(InetAddress.getByName(address));
        }
        return LocalAddress.choose(parsed);
    }

    @Test
    void takesTheFirstIpv4OutsideTheHomeNetwork() throws UnknownHostException {
        assertThat(choice("2001:db8::1", "192.168.1.2", "10.0.0.1", "10.0.0.2")).isEqualTo("10.0.0.1");
    }

    @Test
    void takesTheLastIpv4IfAllAreOfTheHomeNetwork() throws UnknownHostException {
        assertThat(choice("192.168.1.2", "192.168.1.3")).isEqualTo("192.168.1.3");
    }

    @Test
    void takesTheFirstIpv6InBracketsIfThereIsNoIpv4() throws UnknownHostException {
        assertThat(choice("2001:db8::1", "2001:db8::2")).isEqualTo("[2001:db8:0:0:0:0:0:1]");
        assertThat(choice()).isNull();
    }
}
