package org.apache.rocketmq.tools.command.broker;

import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.CommandFailure;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.2. */
public final class CleanExpiredQueues implements SubCommand {
    @Override
    public String name() {
        return "cleanExpiredCQ";
    }

    @Override
    public String purpose() {
        return "Clean expired ConsumeQueue on broker.";
    }

    @Override
    public OptionSet options() {
        return new OptionSet().optional("b", "brokerAddr", "Broker address").optional("c", "cluster", "clustername");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        boolean done = arguments.has("b")
                ? session.admin().cleanExpiredConsumerQueueByAddr(arguments.text("b"))
                : session.admin().cleanExpiredConsumerQueue(arguments.text("c"));
        session.print("%s%n", done ? "success" : "false");
        if (!done) {
            throw new CommandFailure("no broker was asked: cluster " + arguments.text("c") + " has none");
        }
    }
}
