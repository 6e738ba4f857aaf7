package org.apache.rocketmq.example.simple;

import java.util.HashMap;
import java.util.Map;
import org.apache.rocketmq.client.consumer.DefaultMQPullConsumer;
import org.apache.rocketmq.client.consumer.PullResult;
import org.apache.rocketmq.client.consumer.PullStatus;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.message.MessageQueue;

/** Walks over the queues of a topic and pulls each until nothing is left; the program keeps the offsets. */
@SuppressWarnings("deprecation") // the pull consumer gave way to the lite pull consumer, but programs use it
public class PullConsumer {

    public static void main(String[] args) throws MQClientException {
        DefaultMQPullConsumer consumer = new DefaultMQPullConsumer("please_rename_unique_group_name_5");
        consumer.setNamesrvAddr("127.0.0.1:9876");
        consumer.start();
        Map<MessageQueue, Long> offsets = new HashMap<>();
        for (MessageQueue queue : consumer.fetchSubscribeMessageQueues("TopicTest")) {
            System.out.printf("Consume from the queue: %s%n", queue);
            try {
                PullResult result;
                do {
                    result = consumer.pullBlockIfNotFound(queue, null, offsets.getOrDefault(queue, 0L), 32);
                    System.out.printf("%s%n", result);
                    offsets.put(queue, result.getNextBeginOffset());
                } while (result.getPullStatus() == PullStatus.FOUND
                        || result.getPullStatus() == PullStatus.NO_MATCHED_MSG);
            } catch (Exception e) {
                e.printStackTrace();
            }
        }
        consumer.shutdown();
    }
}
