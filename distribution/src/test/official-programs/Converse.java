import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyContext;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.consumer.listener.MessageListenerOrderly;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendCallback;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;

/**
 * Sends and receives in every way that a plain client knows and prints one line per way, "name: what came of it". The
 * same lines are expected of every client with every server. Arguments: name servers, prefix of topics and groups,
 * "exit" if the JVM is not expected to end by itself.
 */
public class Converse {

    private static final int COUNT = 20;
    private static final String[] TAGS = {"TagA", "TagB", "TagC"};

    private final String nameServers;
    private final String prefix;
    private final Set<String> sent = new TreeSet<>();
    private final List<DefaultMQPushConsumer> consumers = new ArrayList<>();

    private Converse(String nameServers, String prefix) {
        this.nameServers = nameServers;
        this.prefix = prefix;
    }

    public static void main(String[] args) throws Exception {
        Converse conversation = new Converse(args[0], args[1]);
        conversation.send();
        conversation.receive();
        System.out.println("conversation ended");
        if (args.length > 2) {
            System.exit(0);
        }
    }

    private void send() throws Exception {
        DefaultMQProducer producer = new DefaultMQProducer(prefix + "_producer");
        producer.setNamesrvAddr(nameServers);
        producer.setSendMsgTimeout(10_000);
        producer.start();
        sync(producer);
        async(producer);
        for (int i = 0; i < COUNT; i++) {
            producer.sendOneway(plain("oneway-" + i));
        }
        batch(producer);
        Message large = plain("large-" + "0123456789".repeat(10_000));
        System.out.println("large: " + producer.send(large, 10_000).getSendStatus());
        orders(producer);
        for (int i = 0; i < COUNT * 3; i++) {
            producer.send(new Message(prefix + "Tags", TAGS[i % 3], bytes(TAGS[i % 3] + "-" + i)), 10_000);
        }
        producer.send(plain("fails-once"), 10_000);
        producer.shutdown();
    }

    private void sync(DefaultMQProducer producer) throws Exception {
        // The first send creates the topic; from the second on its own queues are known.
        producer.send(plain("first"), 10_000);
        List<SendResult> results = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            results.add(producer.send(plain("sync-" + i), 10_000));
        }
        long stored = results.stream().filter(r -> r.getSendStatus() == SendStatus.SEND_OK).count();
        Set<Integer> lately = results.stream().skip(COUNT - 4).map(r -> r.getMessageQueue().getQueueId())
                .collect(Collectors.toCollection(TreeSet::new));
        long ids = results.stream().map(SendResult::getMsgId).distinct().count();
        System.out.println("sync: " + stored + " stored, " + ids + " ids, last four in queues " + lately);
    }

    private void async(DefaultMQProducer producer) throws Exception {
        CountDownLatch open = new CountDownLatch(COUNT);
        AtomicInteger stored = new AtomicInteger();
        AtomicInteger calls = new AtomicInteger();
        for (int i = 0; i < COUNT; i++) {
            producer.send(
                    plain("async-" + i),
                    new SendCallback() {
                        @Override
                        public void onSuccess(SendResult result) {
                            calls.incrementAndGet();
                            stored.incrementAndGet();
                            open.countDown();
                        }

                        @Override
                        public void onException(Throwable e) {
                            calls.incrementAndGet();
                            e.printStackTrace();
                            open.countDown();
                        }
                    },
                    10_000);
        }
        open.await(60, TimeUnit.SECONDS);
        System.out.println("async: " + stored + " stored in " + calls + " calls");
    }

    private void batch(DefaultMQProducer producer) throws Exception {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            messages.add(plain("batch-" + i));
        }
        SendResult result = producer.send(messages, 10_000);
        System.out.println("batch: " + result.getSendStatus() + " with " + result.getMsgId().split(",").length
                + " ids and " + result.getOffsetMsgId().split(",").length + " offset ids");
    }

    private void orders(DefaultMQProducer producer) throws Exception {
        Map<Long, Set<Integer>> queues = new TreeMap<>();
        String topic = prefix + "Orders";
        producer.send(new Message(topic, "TagA", bytes("order 0 step 0")), 10_000);
        for (int step = 1; step <= 4; step++) {
            for (long order = 1; order <= 3; order++) {
                Message message = new Message(topic, "TagA", bytes("order " + order + " step " + step));
                SendResult result = producer.send(
                        message, (mqs, m, id) -> mqs.get((int) ((long) id % mqs.size())), order, 10_000);
                queues.computeIfAbsent(order, any -> new TreeSet<>())
                        .add(result.getMessageQueue().getQueueId());
            }
        }
        System.out.println("orders: " + queues.values().stream().map(Set::size).toList() + " queue each");
    }

    private Message plain(String body) {
        sent.add(body);
        return new Message(prefix + "Plain", "TagA", "KEY-" + body.split("-")[0], bytes(body));
    }

    private void receive() throws Exception {
        Arrivals all = new Arrivals(sent.size());
        AtomicInteger failures = new AtomicInteger();
        AtomicInteger reconsumed = new AtomicInteger();
        consumer("all", "Plain", "", false, (messages, context) -> {
            for (MessageExt message : messages) {
                if (text(message).equals("fails-once") && message.getReconsumeTimes() == 0) {
                    failures.incrementAndGet();
                    context.setDelayLevelWhenNextConsume(1);
                    return ConsumeConcurrentlyStatus.RECONSUME_LATER;
                }
                reconsumed.addAndGet(message.getReconsumeTimes());
                all.add(message);
            }
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        });
        Arrivals tagged = new Arrivals(COUNT * 2);
        consumer("tagged", "Tags", "TagA || TagB", false, tagged);
        Arrivals left = new Arrivals(sent.size());
        consumer("broadcast", "Plain", "*", true, left);
        Arrivals right = new Arrivals(sent.size());
        consumer("broadcast", "Plain", "*", true, right);
        Arrivals orders = new Arrivals(13);
        DefaultMQPushConsumer orderly = prepare("orders", "Orders", "*", false);
        orderly.registerMessageListener((MessageListenerOrderly) (messages, context) -> {
            messages.forEach(orders::add);
            return ConsumeOrderlyStatus.SUCCESS;
        });
        orderly.start();

        all.await();
        System.out.println("received: " + all.distinct().equals(sent) + " " + sent.size());
        System.out.println("retry: failed " + failures + ", came again after " + reconsumed);
        tagged.await();
        System.out.println("tags: " + tagged.distinct().stream()
                .collect(Collectors.groupingBy(body -> body.substring(0, 4), TreeMap::new, Collectors.counting())));
        left.await();
        right.await();
        System.out.println("broadcast: " + left.distinct().equals(sent) + " " + right.distinct().equals(sent));
        orders.await();
        System.out.println("order of steps kept: " + IntStream.rangeClosed(1, 3).allMatch(order -> orders.inOrder()
                .stream()
                .filter(body -> body.startsWith("order " + order))
                .toList()
                .equals(steps(order))));
        consumers.forEach(DefaultMQPushConsumer::shutdown);
    }

    private static List<String> steps(int order) {
        return IntStream.rangeClosed(1, 4).mapToObj(step -> "order " + order + " step " + step).toList();
    }

    private void consumer(
            String group, String topic, String subscription, boolean broadcast, MessageListenerConcurrently listener)
            throws Exception {
        DefaultMQPushConsumer consumer = prepare(group, topic, subscription, broadcast);
        consumer.registerMessageListener(listener);
        consumer.start();
    }

    private DefaultMQPushConsumer prepare(String group, String topic, String subscription, boolean broadcast)
            throws Exception {
        DefaultMQPushConsumer consumer = new DefaultMQPushConsumer(prefix + "_" + group);
        consumer.setNamesrvAddr(nameServers);
        consumer.setInstanceName("instance-" + consumers.size());
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        if (broadcast) {
            // MessageModel without its name: the package is another one in 5.x.
            consumer.setMessageModel(
                    Enum.valueOf(consumer.getMessageModel().getDeclaringClass(), "BROADCASTING"));
        }
        consumer.subscribe(prefix + topic, subscription);
        consumers.add(consumer);
        return consumer;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(MessageExt message) {
        return new String(message.getBody(), StandardCharsets.UTF_8);
    }

    /** What one consumer got. Thread-safe. */
    private static final class Arrivals implements MessageListenerConcurrently {

        private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
        private final int expected;

        Arrivals(int expected) {
            this.expected = expected;
        }

        void add(MessageExt message) {
            bodies.add(text(message));
            synchronized (this) {
                notifyAll();
            }
        }

        @Override
        public ConsumeConcurrentlyStatus consumeMessage(
                List<MessageExt> messages,
                ConsumeConcurrentlyContext context) {
            messages.forEach(this::add);
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        }

        synchronized void await() throws InterruptedException {
            long deadlineMillis = System.currentTimeMillis() + 60_000;
            while (distinct().size() < expected && System.currentTimeMillis() < deadlineMillis) {
                wait(100);
            }
        }

        Set<String> distinct() {
            return new TreeSet<>(inOrder());
        }

        List<String> inOrder() {
            synchronized (bodies) {
                return List.copyOf(bodies);
            }
        }
    }
}
