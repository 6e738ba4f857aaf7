import java.nio.charset.StandardCharsets;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.common.message.Message;

/**
 * Sends one message after the other until the JVM ends and prints "acknowledged queue/offset body" for each that the
 * broker stored; a failed send is tried no second time. Arguments: name servers, topic, prefix of the bodies.
 */
public class SendSteadily {

    public static void main(String[] args) throws Exception {
        DefaultMQProducer producer = new DefaultMQProducer("steady_producer");
        producer.setNamesrvAddr(args[0]);
        producer.setRetryTimesWhenSendFailed(0);
        producer.start();
        for (int i = 0; ; i++) {
            String body = args[2] + "-" + i;
            try {
                SendResult result = producer.send(
                        new Message(args[1], "TagA", body, body.getBytes(StandardCharsets.UTF_8)), 3000);
                if (result.getSendStatus() == SendStatus.SEND_OK) {
                    System.out.println("acknowledged " + result.getMessageQueue().getQueueId() + "/"
                            + result.getQueueOffset() + " " + body);
                }
            } catch (Exception e) {
                System.out.println("failed " + body);
                Thread.sleep(200);
            }
        }
    }
}
