package org.apache.rocketmq.common;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.apache.rocketmq.common.constant.LoggerName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which of the machine's addresses stands for this process. Source: client library, local address choice. */
public final class LocalAddress {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.COMMON_LOGGER_NAME);

    private LocalAddress() {}

    /**
     * The address that clients and brokers announce by default, IPv6 in brackets; null if there is none.
     *
     * <p>First IPv4 outside 127.0 and 192.168, else the last IPv4, else the first IPv6, else the host's own name.
     */
    public static String announced() {
        try {
            String chosen = choose(nonLoopback(true));
            return chosen != null ? chosen : hostText(InetAddress.getLocalHost());
        } catch (IOException e) {
            log.error("no local address found", e);
            return null;
        }
    }

    /** The choice of {@link #announced} among non-loopback addresses in interface order; null if there are none. */
    static String choose(List<InetAddress> addresses) {
        String lastV4 = null;
        String firstV6 = null;
        for (InetAddress address : addresses) {
            String text = hostText(address);
            if (address instanceof Inet4Address) {
                if (!text.startsWith("127.0") && !text.startsWith("192.168")) {
                    return text;
                }
                lastV4 = text;
            } else if (firstV6 == null) {
                firstV6 = text;
            }
        }
        return lastV4 != null ? lastV4 : firstV6;
    }

    /** For the log of a server: which address is announced, from which candidates, and why. */
    public static String explain() {
        try {
            var candidates = nonLoopback(true);
            var texts = candidates.stream().map(LocalAddress::hostText).toList();
            return announced() + ", taken from " + texts + ": the first IPv4 address outside 127.0 and 192.168, else"
                    + " the last IPv4, else the first IPv6, else the host's own name; Linux bridges are left out";
        } catch (IOException e) {
            return "none, the network interfaces cannot be listed: " + e.getMessage();
        }
    }

    /** The name of this machine, or {@code DEFAULT_BROKER} when it has none. */
    public static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException unknown) {
            return "DEFAULT_BROKER";
        }
    }

    /** The address as text, IPv6 in brackets. */
    public static String hostText(InetAddress address) {
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }

    /** Non-loopback addresses in interface order; optionally without those of Linux bridges. */
    static List<InetAddress> nonLoopback(boolean withoutBridges) throws SocketException {
        List<InetAddress> found = new ArrayList<>();
        for (InetAddress address : all(withoutBridges)) {
            if (!address.isLoopbackAddress()) {
                found.add(address);
            }
        }
        return found;
    }

    /** All addresses in interface order; optionally without those of Linux bridges. */
    static List<InetAddress> all(boolean withoutBridges) throws SocketException {
        List<InetAddress> found = new ArrayList<>();
        Enumeration<NetworkInterface> interfaces = NetworkInterface.getNetworkInterfaces();
        while (interfaces.hasMoreElements()) {
            NetworkInterface next = interfaces.nextElement();
            if (withoutBridges && isBridge(next.getName())) {
                continue;
            }
            next.getInetAddresses().asIterator().forEachRemaining(found::add);
        }
        return found;
    }

    private static boolean isBridge(String interfaceName) {
        return Files.exists(Path.of("/sys/class/net", interfaceName, "bridge"));
    }
}
