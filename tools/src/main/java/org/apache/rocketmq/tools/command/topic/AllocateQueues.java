package org.apache.rocketmq.tools.command.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.rocketmq.client.consumer.rebalance.AllocateMessageQueueAveragely;
import org.apache.rocketmq.common.json.Json;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.1. */
public final class AllocateQueues implements SubCommand {
    @Override
    public String name() {
        return "allocateMQ";
    }

    @Override
    public String purpose() {
        return "Allocate MQ";
    }

    @Override
    public OptionSet options() {
        return new OptionSet().required("i", "ipList", "ipList").required("t", "topic", "topic name");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        List<MessageQueue> queues =
                new ArrayList<>(session.instance().getMQAdminImpl().fetchSubscribeMessageQueues(arguments.text("t")));
        // Consumers sort the queues before they share them, so the sorted order is what really happens.
        queues.sort(null);
        List<String> ids =
                Arrays.stream(arguments.text("i").split(",")).map(String::trim).toList();
        var strategy = new AllocateMessageQueueAveragely();
        Map<String, List<MessageQueue>> byId = new HashMap<>();
        for (String id : ids) {
            byId.put(id, strategy.allocate("", id, queues, ids));
        }
        session.print("%s%n", Json.write(Map.of("result", byId)));
    }
}
