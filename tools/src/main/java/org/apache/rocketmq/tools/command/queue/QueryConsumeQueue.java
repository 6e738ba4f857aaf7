package org.apache.rocketmq.tools.command.queue;

import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.json.Json;
import org.apache.rocketmq.common.protocol.body.ConsumeQueueData;
import org.apache.rocketmq.common.protocol.body.QueryConsumeQueueResponseBody;
import org.apache.rocketmq.common.protocol.route.BrokerData;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.CommandFailure;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.7. */
public final class QueryConsumeQueue implements SubCommand {
    private static final int DEFAULT_COUNT = 10;
    private static final String RULE = "=".repeat(38);

    @Override
    public String name() {
        return "queryCq";
    }

    @Override
    public String purpose() {
        return "Query cq command.";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .optional("b", "broker", "broker addr.")
                .optional("c", "count", "count.")
                .optional("g", "consumer", "consumer group.")
                .required("i", "index", "start queue index.")
                .required("q", "queue", "queue num, ie. 1")
                .required("t", "topic", "topic name");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        String topic = arguments.text("t");
        long index = arguments.longNumber("i");
        String address = arguments.has("b") ? arguments.text("b") : firstMaster(session, topic);
        QueryConsumeQueueResponseBody found = session.admin()
                .queryConsumeQueue(
                        address,
                        topic,
                        arguments.number("q"),
                        index,
                        arguments.number("c", DEFAULT_COUNT),
                        arguments.text("g"));
        if (found.getSubscriptionData() != null) {
            session.print("Subscription data: \n%s\n%s\n", Json.writePretty(found.getSubscriptionData()), RULE);
        }
        if (found.getFilterData() != null) {
            session.print("Filter data: \n%s\n%s\n", found.getFilterData(), RULE);
        }
        session.print("Queue data: \nmax: %d, min: %d\n%s\n", found.getMaxQueueIndex(), found.getMinQueueIndex(), RULE);
        if (found.getQueueData() != null) {
            for (ConsumeQueueData entry : found.getQueueData()) {
                session.print("idx: %d\n%s\n%s\n", index++, entry, RULE);
            }
        }
    }

    private static String firstMaster(AdminSession session, String topic) throws Exception {
        for (BrokerData broker : session.admin().examineTopicRouteInfo(topic).getBrokerDatas()) {
            String master = broker.getBrokerAddrs().get(MixAll.MASTER_ID);
            if (master != null) {
                return master;
            }
        }
        throw new CommandFailure("no broker of topic " + topic + " has a master; name one with -b");
    }
}
