package org.apache.rocketmq.common.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The address that a server announces unless told otherwise. Source: broker start-up, address detection.
 *
 * @param address IPv4 text, or IPv6 in brackets
 * @param candidates all addresses that were looked at, in interface order, as {@code address%interface}
 * @param reason why {@code address} was taken
 */
public record LocalAddress(String address, List<String> candidates, String reason) {

    /** Looks at the interfaces now. Linux bridges (docker and the like) are passed over. */
    public static LocalAddress detect() {
        var candidates = new ArrayList<String>();
        var v4 = new ArrayList<String>();
        var v6 = new ArrayList<String>();
        try {
            for (var network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (isBridge(network)) {
                    continue;
                }
                for (var address : Collections.list(network.getInetAddresses())) {
                    if (!address.isLoopbackAddress()) {
                        candidates.add(plain(address) + "%" + network.getName());
                        (address instanceof Inet6Address ? v6 : v4).add(plain(address));
                    }
                }
            }
            return choose(v4, v6, candidates);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("no local address can be found, set brokerIP1", unreadable);
        }
    }

    /** The local host's name, or {@code DEFAULT_BROKER}. */
    public static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException unknown) {
            return "DEFAULT_BROKER";
        }
    }

    static LocalAddress choose(List<String> v4, List<String> v6, List<String> candidates) throws IOException {
        for (var address : v4) {
            if (!address.startsWith("127.0") && !address.startsWith("192.168")) {
                return new LocalAddress(address, List.copyOf(candidates), "first IPv4 address outside 192.168");
            }
        }
        if (!v4.isEmpty()) {
            return new LocalAddress(v4.get(v4.size() - 1), List.copyOf(candidates), "last IPv4 address");
        }
        if (!v6.isEmpty()) {
            return new LocalAddress("[" + v6.get(0) + "]", List.copyOf(candidates), "first IPv6 address");
        }
        var host = InetAddress.getLocalHost();
        var text = host instanceof Inet6Address ? "[" + plain(host) + "]" : plain(host);
        return new LocalAddress(text, List.copyOf(candidates), "address of the local host name");
    }

    private static String plain(InetAddress address) {
        var text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    private static boolean isBridge(NetworkInterface network) {
        return Files.exists(Path.of("/sys/class/net", network.getName(), "bridge"));
    }
}
