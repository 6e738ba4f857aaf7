import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.apache.rocketmq.client.consumer.AllocateMessageQueueStrategy;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.consumer.rebalance.AllocateMessageQueueAveragely;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;

/**
 * A member of a consumer group that prints "owns [0, 1]" at each rebalance of the topic and "received queue/offset body"
 * per message, until SIGTERM, upon which it leaves the group. Arguments: name servers, topic, group, instance.
 */
public class JoinGroup {

    public static void main(String[] args) throws Exception {
        DefaultMQPushConsumer consumer = new DefaultMQPushConsumer(args[2]);
        consumer.setNamesrvAddr(args[0]);
        consumer.setInstanceName(args[3]);
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        consumer.setPersistConsumerOffsetInterval(1000);
        consumer.setAllocateMessageQueueStrategy(new Reporting(args[1]));
        consumer.subscribe(args[1], "*");
        consumer.registerMessageListener((MessageListenerConcurrently) (messages, context) -> {
            for (MessageExt message : messages) {
                System.out.println("received " + message.getQueueId() + "/" + message.getQueueOffset() + " "
                        + new String(message.getBody(), StandardCharsets.UTF_8));
            }
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        });
        Runtime.getRuntime().addShutdownHook(new Thread(consumer::shutdown));
        consumer.start();
        System.out.println("joined");
        new CountDownLatch(1).await();
    }

    private static final class Reporting implements AllocateMessageQueueStrategy {

        private final AllocateMessageQueueStrategy averagely = new AllocateMessageQueueAveragely();
        private final String topic;

        Reporting(String topic) {
            this.topic = topic;
        }

        @Override
        public List<MessageQueue> allocate(String group, String id, List<MessageQueue> queues, List<String> members) {
            List<MessageQueue> share = averagely.allocate(group, id, queues, members);
            if (queues.get(0).getTopic().equals(topic)) {
                System.out.println("owns " + share.stream().map(MessageQueue::getQueueId)
                        .collect(Collectors.toCollection(TreeSet::new)));
            }
            return share;
        }

        @Override
        public String getName() {
            return averagely.getName();
        }
    }
}
