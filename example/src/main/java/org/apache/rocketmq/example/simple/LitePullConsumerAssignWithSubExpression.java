package org.apache.rocketmq.example.simple;

import java.util.List;
import org.apache.rocketmq.client.consumer.DefaultLitePullConsumer;
import org.apache.rocketmq.common.message.MessageExt;

/** As {@link LitePullConsumerAssign}, for messages with TagA only. */
public class LitePullConsumerAssignWithSubExpression {

    public static void main(String[] args) throws Exception {
        DefaultLitePullConsumer consumer = new DefaultLitePullConsumer("please_rename_unique_group_name");
        consumer.setAutoCommit(false);
        consumer.setSubExpressionForAssign("TopicTest", "TagA");
        consumer.start();
        consumer.assign(consumer.fetchMessageQueues("TopicTest"));
        try {
            while (consumer.isRunning()) {
                List<MessageExt> messages = consumer.poll();
                System.out.printf("%s %n", messages);
                consumer.commitSync();
            }
        } finally {
            consumer.shutdown();
        }
    }
}
