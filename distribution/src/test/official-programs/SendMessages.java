import java.nio.charset.StandardCharsets;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.Message;

/**
 * Sends with the official client and prints each SendResult. Arguments: name servers, topic, tag, count. The body of
 * message i is "Hello RocketMQ i", its key "key-i".
 */
public class SendMessages {

    public static void main(String[] args) throws Exception {
        DefaultMQProducer producer = new DefaultMQProducer("official_producer");
        producer.setNamesrvAddr(args[0]);
        producer.start();
        for (int i = 0; i < Integer.parseInt(args[3]); i++) {
            byte[] body = ("Hello RocketMQ " + i).getBytes(StandardCharsets.UTF_8);
            System.out.println(producer.send(new Message(args[1], args[2], "key-" + i, body)));
        }
        producer.shutdown();
        System.out.println("sent all");
    }
}
