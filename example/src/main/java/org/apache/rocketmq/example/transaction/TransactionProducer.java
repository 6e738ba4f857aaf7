package org.apache.rocketmq.example.transaction;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.TransactionMQProducer;
import org.apache.rocketmq.common.message.Message;

/** Sends ten messages whose fate is undecided at first and waits for the broker to ask. */
public class TransactionProducer {

    private static final String[] TAGS = {"TagA", "TagB", "TagC", "TagD", "TagE"};

    public static void main(String[] args) throws MQClientException, InterruptedException {
        TransactionMQProducer producer = new TransactionMQProducer("please_rename_unique_group_name");
        producer.setExecutorService(new ThreadPoolExecutor(
                2,
                5,
                100,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(2000),
                task -> new Thread(task, "client-transaction-msg-check-thread")));
        producer.setTransactionListener(new UndecidedListener());
        producer.start();
        for (int i = 0; i < 10; i++) {
            byte[] body = ("Hello RocketMQ " + i).getBytes(StandardCharsets.UTF_8);
            Message message = new Message("TopicTest1234", TAGS[i % TAGS.length], "KEY" + i, body);
            try {
                System.out.printf("%s%n", producer.sendMessageInTransaction(message, null));
            } catch (MQClientException e) {
                e.printStackTrace();
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        TimeUnit.SECONDS.sleep(100_000);
        producer.shutdown();
    }
}
