package org.apache.rocketmq.tools.command.message;

import java.util.List;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.8. */
public final class QueryMessageByKey implements SubCommand {
    private static final int MAX_COUNT = 64;

    @Override
    public String name() {
        return "queryMsgByKey";
    }

    @Override
    public String purpose() {
        return "Query Message by Key";
    }

    @Override
    public OptionSet options() {
        return new OptionSet().required("k", "msgKey", "Message Key").required("t", "topic", "topic name");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        List<MessageExt> found = session.admin()
                .queryMessage(arguments.text("t"), arguments.text("k"), MAX_COUNT, 0, Long.MAX_VALUE)
                .getMessageList();
        session.print("%-50s %4s %40s%n", "#Message ID", "#QID", "#Offset");
        for (MessageExt message : found) {
            session.print("%-50s %4d %40d%n", message.getMsgId(), message.getQueueId(), message.getQueueOffset());
        }
    }
}
