package org.apache.rocketmq.broker.admin;

import java.util.Set;
import java.util.function.Consumer;
import org.apache.rocketmq.broker.topic.TopicTable;

/** Spreads a changed {@code brokerPermission}: the name servers learn topics with it. */
public record PermissionChange(TopicTable topics, Runnable registerNow) implements Consumer<Set<String>> {
    @Override
    public void accept(Set<String> changedKeys) {
        if (changedKeys.contains("brokerPermission")) {
            topics.touch();
            registerNow.run();
        }
    }
}
