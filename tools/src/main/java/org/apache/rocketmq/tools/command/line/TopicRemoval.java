package org.apache.rocketmq.tools.command.line;

import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.remoting.exception.RemotingException;

/** Removes a topic from the masters of a cluster, then from the name servers. Stateless. */
public final class TopicRemoval {
    private TopicRemoval() {}

    public static void remove(AdminSession session, String cluster, String topic)
            throws RemotingException, MQBrokerException, MQClientException, InterruptedException, CommandFailure {
        session.admin().deleteTopicInBroker(session.masters(cluster), topic);
        session.print("delete topic [%s] from cluster [%s] success.%n", topic, cluster);
        session.admin().deleteTopicInNameServer(null, topic, cluster);
        session.print("delete topic [%s] from NameServer success.%n", topic);
    }
}
