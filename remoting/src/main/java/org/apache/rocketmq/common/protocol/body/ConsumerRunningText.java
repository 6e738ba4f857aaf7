package org.apache.rocketmq.common.protocol.body;

import java.util.Map;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;

/** The running info of a consumer as people read it. Source: admin commands, consumerStatus. */
final class ConsumerRunningText {
    private final StringBuilder out = new StringBuilder();

    private ConsumerRunningText() {}

    static String of(ConsumerRunningInfo info) {
        ConsumerRunningText text = new ConsumerRunningText();
        text.properties(info);
        text.subscriptions(info);
        text.offsets(info);
        text.queues(info);
        text.speeds(info);
        if (info.getJstack() != null) {
            text.out.append("\n\n#Consumer jstack#\n").append(info.getJstack());
        }
        return text.out.toString();
    }

    private void properties(ConsumerRunningInfo info) {
        out.append("#Consumer Properties#\n");
        for (Map.Entry<Object, Object> entry : info.getProperties().entrySet()) {
            line("%-40s: %s\n", entry.getKey(), entry.getValue());
        }
    }

    private void subscriptions(ConsumerRunningInfo info) {
        out.append("\n\n#Consumer Subscription#\n");
        int number = 0;
        for (SubscriptionData subscription : info.getSubscriptionSet()) {
            line(
                    "%03d Topic: %-40s ClassFilter: %-8s SubExpression: %s\n",
                    ++number, subscription.getTopic(), subscription.isClassFilterMode(), subscription.getSubString());
        }
    }

    private void offsets(ConsumerRunningInfo info) {
        out.append("\n\n#Consumer Offset#\n");
        line("%-64s  %-32s  %-4s  %-20s\n", "#Topic", "#Broker Name", "#QID", "#Consumer Offset");
        info.getMqTable()
                .forEach((queue, state) -> queueLine("%-32s  %-32s  %-4d  %-20d\n", queue, state.getCommitOffset()));
    }

    private void queues(ConsumerRunningInfo info) {
        out.append("\n\n#Consumer MQ Detail#\n");
        line("%-64s  %-32s  %-4s  %-20s\n", "#Topic", "#Broker Name", "#QID", "#ProcessQueueInfo");
        info.getMqTable().forEach((queue, state) -> queueLine("%-64s  %-32s  %-4d  %s\n", queue, state));
    }

    private void queueLine(String format, MessageQueue queue, Object last) {
        line(format, queue.getTopic(), queue.getBrokerName(), queue.getQueueId(), last);
    }

    private void speeds(ConsumerRunningInfo info) {
        out.append("\n\n#Consumer RT&TPS#\n");
        line(
                "%-64s  %14s %14s %14s %14s %18s %25s\n",
                "#Topic",
                "#Pull RT",
                "#Pull TPS",
                "#Consume RT",
                "#ConsumeOK TPS",
                "#ConsumeFailed TPS",
                "#ConsumeFailedMsgsInHour");
        info.getStatusTable()
                .forEach((topic, status) -> line(
                        "%-32s  %14.2f %14.2f %14.2f %14.2f %18.2f %25d\n",
                        topic,
                        status.getPullRT(),
                        status.getPullTPS(),
                        status.getConsumeRT(),
                        status.getConsumeOKTPS(),
                        status.getConsumeFailedTPS(),
                        status.getConsumeFailedMsgs()));
    }

    private void line(String format, Object... values) {
        out.append(String.format(format, values));
    }
}
