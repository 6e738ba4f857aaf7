import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.rocketmq.client.consumer.DefaultMQPullConsumer;
import org.apache.rocketmq.client.consumer.PullResult;
import org.apache.rocketmq.client.consumer.PullStatus;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;

/**
 * Walks over the queues of a topic with a pull consumer and prints "pulled queue/offset body"; then looks messages up by
 * key, offset id and unique id and prints how many of each were the same message. Arguments: name servers,
 * topic, subscription, how many messages are looked up at most.
 */
public class ReadStore {

    public static void main(String[] args) throws Exception {
        DefaultMQPullConsumer consumer = new DefaultMQPullConsumer("read_store");
        consumer.setNamesrvAddr(args[0]);
        consumer.start();
        List<MessageExt> messages = new ArrayList<>();
        for (MessageQueue queue : new TreeSet<>(consumer.fetchSubscribeMessageQueues(args[1]))) {
            long max = consumer.maxOffset(queue);
            long next = consumer.minOffset(queue);
            while (next < max) {
                PullResult result = consumer.pull(queue, args[2], next, 32);
                if (result.getPullStatus() == PullStatus.FOUND) {
                    messages.addAll(result.getMsgFoundList());
                }
                next = result.getNextBeginOffset();
            }
            System.out.println("queue " + queue.getQueueId() + " ends at " + max);
        }
        int byKey = 0;
        int byOffset = 0;
        int byId = 0;
        for (MessageExt message : messages) {
            System.out.println(
                    "pulled " + message.getQueueId() + "/" + message.getQueueOffset() + " " + body(message));
        }
        for (MessageExt message : messages.subList(0, Math.min(messages.size(), Integer.parseInt(args[3])))) {
            long now = System.currentTimeMillis();
            byKey += message.getKeys() != null
                            && consumer.queryMessage(args[1], message.getKeys(), 32, now - 3_600_000, now + 60_000)
                                    .getMessageList()
                                    .stream()
                                    .anyMatch(found -> body(found).equals(body(message)))
                    ? 1
                    : 0;
            byOffset += body(consumer.viewMessage(args[1], offsetId(message))).equals(body(message)) ? 1 : 0;
            byId += body(consumer.viewMessage(args[1], message.getMsgId())).equals(body(message)) ? 1 : 0;
        }
        System.out.println("pulled: " + messages.size());
        System.out.println("found by key: " + byKey);
        System.out.println("found by offset id: " + byOffset);
        System.out.println("found by unique id: " + byId);
        consumer.shutdown();
    }

    private static String offsetId(MessageExt message) {
        return org.apache.rocketmq.common.message.MessageDecoder.createMessageId(
                message.getStoreHost(), message.getCommitLogOffset());
    }

    private static String body(MessageExt message) {
        return new String(message.getBody(), StandardCharsets.UTF_8);
    }
}
