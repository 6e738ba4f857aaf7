package org.apache.rocketmq.namesrv.route;

import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.rocketmq.common.DataVersion;

/** address -> what the broker behind it said last, and when. Guarded by the registry's lock. */
final class LiveBrokers {
    record Live(long lastSeenMillis, DataVersion version, Channel connection, String haServerAddr) {}

    private final Map<String, Live> byAddress = new HashMap<>();

    Live get(String address) {
        return byAddress.get(address);
    }

    void put(String address, Live live) {
        byAddress.put(address, live);
    }

    Live remove(String address) {
        return byAddress.remove(address);
    }

    void touch(String address, long nowMillis) {
        byAddress.computeIfPresent(
                address, (a, live) -> new Live(nowMillis, live.version(), live.connection(), live.haServerAddr()));
    }

    /** No entry, or another version than {@code version}. */
    boolean isChanged(String address, DataVersion version) {
        var live = byAddress.get(address);
        return live == null || !live.version().equals(version);
    }

    /** The addresses that registered last on this very connection. */
    List<String> addressesOf(Channel connection) {
        return addresses(live -> live.connection() == connection);
    }

    List<String> silentSince(long millis) {
        return addresses(live -> live.lastSeenMillis() < millis);
    }

    private List<String> addresses(Predicate<Live> wanted) {
        var addresses = new ArrayList<String>();
        byAddress.forEach((address, live) -> {
            if (wanted.test(live)) {
                addresses.add(address);
            }
        });
        return addresses;
    }
}
