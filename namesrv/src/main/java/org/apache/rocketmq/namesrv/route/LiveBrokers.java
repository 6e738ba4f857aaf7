package org.apache.rocketmq.namesrv.route;

import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** The address that registered last on this very connection, or null. */
    String addressOf(Channel connection) {
        for (var entry : byAddress.entrySet()) {
            if (entry.getValue().connection() == connection) {
                return entry.getKey();
            }
        }
        return null;
    }

    List<String> silentSince(long millis) {
        var silent = new ArrayList<String>();
        byAddress.forEach((address, live) -> {
            if (live.lastSeenMillis() < millis) {
                silent.add(address);
            }
        });
        return silent;
    }
}
