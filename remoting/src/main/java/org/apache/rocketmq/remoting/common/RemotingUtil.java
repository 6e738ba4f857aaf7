package org.apache.rocketmq.remoting.common;

import io.netty.channel.Channel;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Addresses and sockets in the forms of the public API. Stateless. */
public class RemotingUtil {
    public static final String OS_NAME = System.getProperty("os.name");

    private static final Logger LOG = LoggerFactory.getLogger(RemotingHelper.ROCKETMQ_REMOTING);
    private static final int CONNECT_TIMEOUT_MILLIS = 5000;

    public static boolean isWindowsPlatform() {
        return OS_NAME != null && OS_NAME.toLowerCase().contains("windows");
    }

    public static boolean isLinuxPlatform() {
        return OS_NAME != null && OS_NAME.toLowerCase().contains("linux");
    }

    public static Selector openSelector() throws IOException {
        return Selector.open();
    }

    /**
     * The address this machine is known by: the first IPv4 one that is neither loopback nor 192.168 (else the last),
     * else the first IPv6 one in brackets, else the local host; null when none can be found. Linux bridges are skipped.
     */
    public static String getLocalAddress() {
        try {
            var ipv4 = new ArrayList<String>();
            var ipv6 = new ArrayList<String>();
            for (var address : candidates()) {
                (address instanceof Inet6Address ? ipv6 : ipv4).add(normalizeHostAddress(address));
            }
            for (var ip : ipv4) {
                if (!ip.startsWith("127.0") && !ip.startsWith("192.168")) {
                    return ip;
                }
            }
            if (!ipv4.isEmpty()) {
                return ipv4.get(ipv4.size() - 1);
            }
            return ipv6.isEmpty() ? normalizeHostAddress(InetAddress.getLocalHost()) : ipv6.get(0);
        } catch (SocketException | UnknownHostException e) {
            LOG.error("cannot find an address of this machine", e);
            return null;
        }
    }

    private static List<InetAddress> candidates() throws SocketException {
        var found = new ArrayList<InetAddress>();
        for (var network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (isLinuxPlatform() && Files.exists(Path.of("/sys/class/net", network.getName(), "bridge"))) {
                continue;
            }
            for (var address : Collections.list(network.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    found.add(address);
                }
            }
        }
        return found;
    }

    /** The address as text, IPv6 in brackets. */
    public static String normalizeHostAddress(InetAddress localHost) {
        return localHost instanceof Inet6Address ? "[" + localHost.getHostAddress() + "]" : localHost.getHostAddress();
    }

    public static SocketAddress string2SocketAddress(String addr) {
        return RemotingHelper.string2SocketAddress(addr);
    }

    /** {@code ip:port}. */
    public static String socketAddress2String(SocketAddress addr) {
        var inet = (InetSocketAddress) addr;
        return inet.getAddress().getHostAddress() + ":" + inet.getPort();
    }

    /** The {@code ip:port} form of a {@code host:port}, with the host resolved. */
    public static String convert2IpString(String addr) {
        return socketAddress2String(string2SocketAddress(addr));
    }

    /** Connects within 5 s; null when that fails. */
    public static SocketChannel connect(SocketAddress remote) {
        return connect(remote, CONNECT_TIMEOUT_MILLIS);
    }

    /** Connects with plain blocking sockets; null when that fails. */
    public static SocketChannel connect(SocketAddress remote, int timeoutMillis) {
        SocketChannel channel = null;
        try {
            channel = SocketChannel.open();
            channel.socket().setSoLinger(false, -1);
            channel.socket().setTcpNoDelay(true);
            channel.socket().connect(remote, timeoutMillis);
            return channel;
        } catch (IOException e) {
            LOG.warn("connect to {} failed: {}", remote, e.toString());
            closeQuietly(channel);
            return null;
        }
    }

    private static void closeQuietly(SocketChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.debug("closing a socket failed", e);
            }
        }
    }

    public static void closeChannel(Channel channel) {
        var remote = RemotingHelper.parseChannelRemoteAddr(channel);
        channel.close()
                .addListener(closed -> LOG.info("closed the connection to {}, result: {}", remote, closed.isSuccess()));
    }
}
