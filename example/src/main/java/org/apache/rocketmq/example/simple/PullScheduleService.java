package org.apache.rocketmq.example.simple;

import org.apache.rocketmq.client.consumer.MQPullConsumer;
import org.apache.rocketmq.client.consumer.MQPullConsumerScheduleService;
import org.apache.rocketmq.client.consumer.PullResult;
import org.apache.rocketmq.client.consumer.PullStatus;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.protocol.heartbeat.MessageModel;

/** Pulls the queues that this member of the group was given, each at its own pace. */
@SuppressWarnings("deprecation") // built on the pull consumer
public class PullScheduleService {

    public static void main(String[] args) throws MQClientException {
        MQPullConsumerScheduleService schedule = new MQPullConsumerScheduleService("GroupName1");
        schedule.setMessageModel(MessageModel.CLUSTERING);
        schedule.registerPullTaskCallback("TopicTest", (queue, context) -> {
            MQPullConsumer consumer = context.getPullConsumer();
            try {
                long offset = Math.max(0, consumer.fetchConsumeOffset(queue, false));
                PullResult result = consumer.pull(queue, "*", offset, 32);
                System.out.printf("%s%n", offset + "\t" + queue + "\t" + result);
                consumer.updateConsumeOffset(queue, result.getNextBeginOffset());
                context.setPullNextDelayTimeMillis(result.getPullStatus() == PullStatus.FOUND ? 0 : 100);
            } catch (Exception e) {
                e.printStackTrace();
                context.setPullNextDelayTimeMillis(1000);
            }
        });
        schedule.start();
    }
}
