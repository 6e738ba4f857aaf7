package org.apache.rocketmq.example.batch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.Message;

/** Sends 100,000 messages in lists that each stay below the largest size of a request. */
public class SplitBatchProducer {

    private static final int LIST_BYTES = 1000 * 1000;
    /** Size, magic, checksum, flag and lengths of one message inside a batch. */
    private static final int OVERHEAD_BYTES = 20;

    public static void main(String[] args) throws Exception {
        DefaultMQProducer producer = new DefaultMQProducer("BatchProducerGroupName");
        producer.start();
        List<Message> list = new ArrayList<>();
        int bytes = 0;
        for (int i = 0; i < 100 * 1000; i++) {
            byte[] body = ("Hello world " + i).getBytes(StandardCharsets.UTF_8);
            Message message = new Message("BatchTest", "Tag", "OrderID" + i, body);
            int size = sizeOf(message);
            if (bytes + size > LIST_BYTES && !list.isEmpty()) {
                System.out.print(producer.send(list));
                list = new ArrayList<>();
                bytes = 0;
            }
            list.add(message);
            bytes += size;
        }
        System.out.print(producer.send(list));
    }

    private static int sizeOf(Message message) {
        int size = message.getTopic().length() + message.getBody().length + OVERHEAD_BYTES;
        for (var property : message.getProperties().entrySet()) {
            size += property.getKey().length() + property.getValue().length();
        }
        return size;
    }
}
