package org.apache.rocketmq.client.send;

import java.util.Arrays;
import java.util.List;
import org.apache.rocketmq.client.common.ClientErrorCode;
import org.apache.rocketmq.client.exception.HelpLink;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.remoting.exception.RemotingConnectException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;

/** The exceptions that end a send. Source: client behaviour, section 5.3. */
final class SendFailure {
    private SendFailure() {}

    /** All attempts failed; {@code last} is why the last one did. */
    static MQClientException allTriesFailed(List<String> brokersSent, long costMillis, String topic, Exception last) {
        String text = String.format(
                "Send [%d] times, still failed, cost [%d]ms, Topic: %s, BrokersSent: %s",
                brokersSent.size(), costMillis, topic, Arrays.toString(brokersSent.toArray()));
        MQClientException failure = new MQClientException(HelpLink.see(text), last);
        return failure.setResponseCode(codeOf(last));
    }

    private static int codeOf(Exception last) {
        if (last instanceof MQBrokerException refusal) {
            return refusal.getResponseCode();
        }
        if (last instanceof RemotingConnectException) {
            return ClientErrorCode.CONNECT_BROKER_EXCEPTION;
        }
        if (last instanceof RemotingTimeoutException) {
            return ClientErrorCode.ACCESS_BROKER_TIMEOUT;
        }
        return last instanceof MQClientException ? ClientErrorCode.BROKER_NOT_EXIST_EXCEPTION : -1;
    }

    static MQClientException unknownBroker(String brokerName) {
        return new MQClientException("The broker[" + brokerName + "] not exist", null);
    }

    static MQClientException noRoute(String topic, List<String> nameServers) {
        if (nameServers == null || nameServers.isEmpty()) {
            return new MQClientException(HelpLink.see("No name server address, please set it."), null)
                    .setResponseCode(ClientErrorCode.NO_NAME_SERVER_EXCEPTION);
        }
        return new MQClientException(HelpLink.see("No route info of this topic: " + topic), null)
                .setResponseCode(ClientErrorCode.NOT_FOUND_TOPIC_EXCEPTION);
    }
}
