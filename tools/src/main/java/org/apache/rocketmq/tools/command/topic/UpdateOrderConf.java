package org.apache.rocketmq.tools.command.topic;

import org.apache.rocketmq.common.namesrv.NamesrvUtil;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.CommandFailure;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;
import org.apache.rocketmq.tools.command.line.UsageException;

/** Source: mqadmin, section 4.1. */
public final class UpdateOrderConf implements SubCommand {
    @Override
    public String name() {
        return "updateOrderConf";
    }

    @Override
    public String purpose() {
        return "Create or update or delete order conf";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .required("m", "method", "option type [eg. put|get|delete")
                .required("t", "topic", "topic name")
                .optional("v", "orderConf", "set order conf [eg. brokerName1:num;brokerName2:num]");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        String topic = arguments.text("t");
        var admin = session.admin();
        switch (arguments.text("m")) {
            case "get" ->
                session.print(
                        "get orderConf success. topic=[%s], orderConf=[%s] %n",
                        topic, admin.getKVConfig(NamesrvUtil.NAMESPACE_ORDER_TOPIC_CONFIG, topic));
            case "put" -> {
                if (!arguments.has("v")) {
                    throw new CommandFailure("please set orderConf with option -v.");
                }
                admin.createOrUpdateOrderConf(topic, arguments.text("v"), true);
                session.print("update orderConf success. topic=[%s], orderConf=[%s]%n", topic, arguments.text("v"));
            }
            case "delete" -> {
                admin.deleteKvConfig(NamesrvUtil.NAMESPACE_ORDER_TOPIC_CONFIG, topic);
                session.print("delete orderConf success. topic=[%s]%n", topic);
            }
            default -> throw new UsageException("-m must be put, get or delete");
        }
    }
}
