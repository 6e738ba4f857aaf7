package org.apache.rocketmq.example.rpc;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.RequestCallback;
import org.apache.rocketmq.common.message.Message;

/** Sends one request; its reply comes by callback. The name server comes from NAMESRV_ADDR. */
public class AsyncRequestProducer {

    private static final String TOPIC = "RequestTopic";
    private static final long TTL_MILLIS = 3000;

    public static void main(String[] args) throws MQClientException, InterruptedException {
        DefaultMQProducer producer = new DefaultMQProducer("please_rename_unique_group_name");
        producer.start();
        CountDownLatch answered = new CountDownLatch(1);
        try {
            Message request = new Message(TOPIC, "", "Hello world".getBytes(StandardCharsets.UTF_8));
            long beganMillis = System.currentTimeMillis();
            producer.request(
                    request,
                    new RequestCallback() {
                        @Override
                        public void onSuccess(Message reply) {
                            long costMillis = System.currentTimeMillis() - beganMillis;
                            System.out.printf("request to <%s> cost: %d replyMessage: %s %n", TOPIC, costMillis, reply);
                            answered.countDown();
                        }

                        @Override
                        public void onException(Throwable e) {
                            System.err.printf("request to <%s> fail: %s%n", TOPIC, e);
                            answered.countDown();
                        }
                    },
                    TTL_MILLIS);
            answered.await(2 * TTL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            e.printStackTrace();
        }
        producer.shutdown();
    }
}
