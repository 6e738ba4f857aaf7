package org.apache.rocketmq.example.simple;

import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.client.consumer.DefaultLitePullConsumer;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;

/** Polls half of the queues of a topic, chosen by the program, and commits by hand. */
public class LitePullConsumerAssign {

    public static void main(String[] args) throws Exception {
        DefaultLitePullConsumer consumer = new DefaultLitePullConsumer("please_rename_unique_group_name");
        consumer.setAutoCommit(false);
        consumer.start();
        List<MessageQueue> queues = new ArrayList<>(consumer.fetchMessageQueues("TopicTest"));
        List<MessageQueue> assigned = queues.subList(0, (queues.size() + 1) / 2);
        consumer.assign(assigned);
        consumer.seek(assigned.get(0), 10);
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
