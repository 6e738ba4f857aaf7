package org.apache.rocketmq.tools.command.line;

import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.remoting.exception.RemotingConnectException;
import org.apache.rocketmq.remoting.exception.RemotingSendRequestException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;

/** Says in one line what went wrong and what to do about it. Stateless. */
final class FailureText {
    private FailureText() {}

    static String of(Throwable failure) {
        if (failure instanceof CommandFailure) {
            return failure.getMessage();
        }
        if (failure instanceof MQClientException refused) {
            return hinted(firstLine(refused), refused.getResponseCode());
        }
        if (failure instanceof MQBrokerException refused) {
            return hinted(firstLine(refused), refused.getResponseCode());
        }
        if (failure instanceof RemotingConnectException) {
            return unreachable(firstLine(failure));
        }
        if (failure instanceof RemotingTimeoutException) {
            return firstLine(failure) + "; the server is there but does not answer, look into its log";
        }
        if (failure instanceof RemotingSendRequestException) {
            return firstLine(failure) + ": the connection broke; check that the address and its port are right";
        }
        if (failure instanceof IllegalStateException && failure.getCause() instanceof RemotingConnectException cause) {
            return of(cause);
        }
        return failure.getMessage() == null
                ? failure.getClass().getName()
                : failure.getClass().getName() + ": " + firstLine(failure);
    }

    private static String firstLine(Throwable failure) {
        String first = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        Throwable cause = failure.getCause();
        // A fault without a code of its own says less than what caused it.
        boolean vague = failure instanceof MQClientException e && e.getResponseCode() == -1 && cause != null;
        return vague ? first + " (" + of(cause) + ")" : first;
    }

    private static String unreachable(String message) {
        if (message.contains("connect to null")) {
            return "no name server address is known: give -n host:port or set NAMESRV_ADDR";
        }
        return message.contains("[")
                ? message + ": no name server answers there; check that it runs and that -n or NAMESRV_ADDR is right"
                : message + ": nothing answers there; check that the server runs and that the address is right";
    }

    private static String hinted(String message, int code) {
        return switch (code) {
            case ResponseCode.TOPIC_NOT_EXIST ->
                message.contains(MixAll.RETRY_GROUP_TOPIC_PREFIX)
                        ? message + "; no consumer of that group was ever online, check its name with mqadmin"
                                + " consumerProgress"
                        : message + "; check the name with mqadmin topicList, or create it with mqadmin updateTopic";
            case ResponseCode.CONSUMER_NOT_ONLINE -> message + "; start a consumer of the group, or check its name";
            default -> message;
        };
    }
}
