package org.apache.rocketmq.common.protocol.body;

import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Answer to GET_CONSUMER_RUNNING_INFO: the inside of one consumer. */
public class ConsumerRunningInfo extends RemotingSerializable {
    public static final String PROP_NAMESERVER_ADDR = "PROP_NAMESERVER_ADDR";
    public static final String PROP_THREADPOOL_CORE_SIZE = "PROP_THREADPOOL_CORE_SIZE";
    public static final String PROP_CONSUME_ORDERLY = "PROP_CONSUMEORDERLY";
    public static final String PROP_CONSUME_TYPE = "PROP_CONSUME_TYPE";
    public static final String PROP_CLIENT_VERSION = "PROP_CLIENT_VERSION";
    public static final String PROP_CONSUMER_START_TIMESTAMP = "PROP_CONSUMER_START_TIMESTAMP";

    /** Settings of the consumer and the PROP_ entries. */
    private Properties properties = new Properties();

    /** What it subscribes to. */
    private TreeSet<SubscriptionData> subscriptionSet = new TreeSet<>();

    /** The queues it holds. */
    private TreeMap<MessageQueue, ProcessQueueInfo> mqTable = new TreeMap<>();

    /** Its speed per topic. */
    private TreeMap<String, ConsumeStatus> statusTable = new TreeMap<>();

    /** Thread dump; null unless asked for. */
    private String jstack;

    public Properties getProperties() {
        return properties;
    }

    public void setProperties(Properties properties) {
        this.properties = properties;
    }

    public TreeSet<SubscriptionData> getSubscriptionSet() {
        return subscriptionSet;
    }

    public void setSubscriptionSet(TreeSet<SubscriptionData> subscriptionSet) {
        this.subscriptionSet = subscriptionSet;
    }

    public TreeMap<MessageQueue, ProcessQueueInfo> getMqTable() {
        return mqTable;
    }

    public void setMqTable(TreeMap<MessageQueue, ProcessQueueInfo> mqTable) {
        this.mqTable = mqTable;
    }

    public TreeMap<String, ConsumeStatus> getStatusTable() {
        return statusTable;
    }

    public void setStatusTable(TreeMap<String, ConsumeStatus> statusTable) {
        this.statusTable = statusTable;
    }

    public String getJstack() {
        return jstack;
    }

    public void setJstack(String jstack) {
        this.jstack = jstack;
    }

    /** {@link ConsumerGroupDiagnosis#sameSubscription}. */
    public static boolean analyzeSubscription(TreeMap<String, ConsumerRunningInfo> criTable) {
        return ConsumerGroupDiagnosis.sameSubscription(criTable);
    }

    /** Always true: the queues of a group are dealt out by its members, which this answer cannot contradict. */
    public static boolean analyzeRebalance(TreeMap<String, ConsumerRunningInfo> criTable) {
        return true;
    }

    /** {@link ConsumerGroupDiagnosis#stuckQueues}. */
    public static String analyzeProcessQueue(String clientId, ConsumerRunningInfo info) {
        return ConsumerGroupDiagnosis.stuckQueues(clientId, info, System.currentTimeMillis());
    }

    /** The text that mqadmin writes to a file per client. */
    public String formatString() {
        return ConsumerRunningText.of(this);
    }
}
