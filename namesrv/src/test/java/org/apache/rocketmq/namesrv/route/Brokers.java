package org.apache.rocketmq.namesrv.route;

import java.util.List;
import java.util.stream.Stream;
import org.apache.rocketmq.common.DataVersion;
import org.apache.rocketmq.common.TopicConfig;

/** Registrations in short. */
final class Brokers {
    private Brokers() {}

    static DataVersion version(long counter) {
        var version = new DataVersion();
        version.setTimestamp(1);
        version.getCounter().set(counter);
        return version;
    }

    static Registration master(String name, String address, long version, String... topics) {
        return broker("c", name, address, 0, version, topics);
    }

    static Registration slave(String name, String address, String... topics) {
        return broker("c", name, address, 1, 1, topics);
    }

    static Registration broker(String cluster, String name, String address, long id, long version, String... topics) {
        var configs =
                Stream.of(topics).map(topic -> new TopicConfig(topic, 4, 4, 6)).toList();
        return new Registration(cluster, name, address, id, "ha-" + address, version(version), configs, List.of());
    }
}
