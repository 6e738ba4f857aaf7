package org.apache.rocketmq.tools.admin.request;

import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.exception.RemotingConnectException;
import org.apache.rocketmq.remoting.exception.RemotingSendRequestException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/**
 * A started client instance together with the time (ms) that one request may take. An address of null means the chosen
 * name server. Thread-safe.
 *
 * <p>Which of the two exceptions a refusal becomes is part of the admin client's API: {@link #fromBroker} names the
 * broker's address, {@link #fromServer} does not.
 */
public record AdminConnection(MQClientInstance instance, long timeoutMillis) {
    static RemotingCommand request(int code, CommandCustomHeader header) {
        return RemotingCommand.createRequestCommand(code, header);
    }

    static RemotingCommand request(int code, CommandCustomHeader header, byte[] body) {
        RemotingCommand request = RemotingCommand.createRequestCommand(code, header);
        request.setBody(body);
        return request;
    }

    /** The address of a broker's fast port if this client uses it, else {@code address} itself. */
    String fast(String address) {
        return MixAll.brokerVIPChannel(instance.getClientConfig().isVipChannelEnabled(), address);
    }

    /** The answer, whatever its code. */
    RemotingCommand ask(String address, RemotingCommand request, long millis)
            throws InterruptedException, RemotingConnectException, RemotingSendRequestException,
                    RemotingTimeoutException {
        return instance.remoting().invokeSync(address, request, millis);
    }

    RemotingCommand fromBroker(String address, RemotingCommand request)
            throws InterruptedException, RemotingConnectException, RemotingSendRequestException,
                    RemotingTimeoutException, MQBrokerException {
        return fromBroker(address, request, timeoutMillis);
    }

    RemotingCommand fromBroker(String address, RemotingCommand request, long millis)
            throws InterruptedException, RemotingConnectException, RemotingSendRequestException,
                    RemotingTimeoutException, MQBrokerException {
        RemotingCommand answer = ask(address, request, millis);
        if (answer.getCode() != ResponseCode.SUCCESS) {
            throw new MQBrokerException(answer.getCode(), answer.getRemark(), address);
        }
        return answer;
    }

    RemotingCommand fromServer(String address, RemotingCommand request)
            throws InterruptedException, RemotingConnectException, RemotingSendRequestException,
                    RemotingTimeoutException, MQClientException {
        return fromServer(address, request, timeoutMillis);
    }

    RemotingCommand fromServer(String address, RemotingCommand request, long millis)
            throws InterruptedException, RemotingConnectException, RemotingSendRequestException,
                    RemotingTimeoutException, MQClientException {
        RemotingCommand answer = ask(address, request, millis);
        if (answer.getCode() != ResponseCode.SUCCESS) {
            throw new MQClientException(answer.getCode(), answer.getRemark());
        }
        return answer;
    }

    /** The JSON body of a successful answer. */
    static <T> T body(RemotingCommand answer, Class<T> type) {
        return RemotingSerializable.decode(answer.getBody(), type);
    }

    /** The header of a successful answer; a malformed one counts as a refusal. */
    static <H extends CommandCustomHeader> H header(RemotingCommand answer, H header) throws MQClientException {
        try {
            return answer.readInto(header);
        } catch (RemotingCommandException e) {
            throw new MQClientException("malformed answer: " + e.getMessage(), e);
        }
    }
}
