import java.nio.charset.StandardCharsets;
import org.apache.rocketmq.client.producer.LocalTransactionState;
import org.apache.rocketmq.client.producer.TransactionListener;
import org.apache.rocketmq.client.producer.TransactionMQProducer;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageExt;

/**
 * Sends the messages "rollback", "ask" and "commit" in transactions that end so, the second one when the broker asks;
 * runs on to be asked. Arguments: name servers, topic.
 */
public class SendInTransaction {

    public static void main(String[] args) throws Exception {
        TransactionMQProducer producer = new TransactionMQProducer("official_transactions");
        producer.setNamesrvAddr(args[0]);
        producer.setTransactionListener(new TransactionListener() {
            @Override
            public LocalTransactionState executeLocalTransaction(Message message, Object arg) {
                String body = new String(message.getBody(), StandardCharsets.UTF_8);
                if (body.equals("commit")) {
                    return LocalTransactionState.COMMIT_MESSAGE;
                }
                return body.equals("ask") ? LocalTransactionState.UNKNOW : LocalTransactionState.ROLLBACK_MESSAGE;
            }

            @Override
            public LocalTransactionState checkLocalTransaction(MessageExt message) {
                System.out.println("asked about " + new String(message.getBody(), StandardCharsets.UTF_8));
                return LocalTransactionState.COMMIT_MESSAGE;
            }
        });
        producer.start();
        for (String body : new String[] {"rollback", "ask", "commit"}) {
            Message message = new Message(args[1], body.getBytes(StandardCharsets.UTF_8));
            System.out.println(producer.sendMessageInTransaction(message, null));
        }
        System.out.println("sent all");
    }
}
