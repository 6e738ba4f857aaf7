package org.apache.rocketmq.example.simple;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendCallback;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.common.message.Message;

/** Sends 100 messages without waiting for each; answers arrive at a callback. */
public class AsyncProducer {

    public static void main(String[] args) throws Exception {
        DefaultMQProducer producer = new DefaultMQProducer("Jodie_Daily_test");
        producer.start();
        producer.setRetryTimesWhenSendAsyncFailed(0);
        int count = 100;
        CountDownLatch open = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            byte[] body = "Hello world".getBytes(StandardCharsets.UTF_8);
            producer.send(new Message("Jodie_topic_1023", "TagA", "OrderID188", body), new Answer(i, open));
        }
        open.await(5, TimeUnit.SECONDS);
        producer.shutdown();
    }

    private record Answer(int index, CountDownLatch open) implements SendCallback {

        @Override
        public void onSuccess(SendResult result) {
            open.countDown();
            System.out.printf("%-10d OK %s %n", index, result.getMsgId());
        }

        @Override
        public void onException(Throwable e) {
            open.countDown();
            System.out.printf("%-10d Exception %s %n", index, e);
        }
    }
}
