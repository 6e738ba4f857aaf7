package org.apache.rocketmq.client.broker;

import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.RemotingClient;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/** What the request methods share: sending, checking the code, choosing the port. Thread-safe. */
final class Calls {
    private final RemotingClient remoting;
    private final boolean vipChannel;

    Calls(RemotingClient remoting, boolean vipChannel) {
        this.remoting = remoting;
        this.vipChannel = vipChannel;
    }

    RemotingClient remoting() {
        return remoting;
    }

    /** The address to use for requests that may go to the fast port. */
    String fast(String address) {
        return MixAll.brokerVIPChannel(vipChannel, address);
    }

    static RemotingCommand request(int code, CommandCustomHeader header) {
        return RemotingCommand.createRequestCommand(code, header);
    }

    static RemotingCommand request(int code, CommandCustomHeader header, byte[] body) {
        RemotingCommand request = RemotingCommand.createRequestCommand(code, header);
        request.setBody(body);
        return request;
    }

    /** The answer, whatever its code. */
    RemotingCommand ask(String address, RemotingCommand request, long timeoutMillis)
            throws RemotingException, InterruptedException {
        return remoting.invokeSync(address, request, timeoutMillis);
    }

    /** The successful answer. */
    RemotingCommand expect(String address, RemotingCommand request, long timeoutMillis)
            throws RemotingException, MQBrokerException, InterruptedException {
        RemotingCommand answer = remoting.invokeSync(address, request, timeoutMillis);
        if (answer.getCode() != ResponseCode.SUCCESS) {
            throw new MQBrokerException(answer.getCode(), answer.getRemark(), address);
        }
        return answer;
    }

    void tell(String address, RemotingCommand request, long timeoutMillis)
            throws RemotingException, InterruptedException {
        remoting.invokeOneway(address, request, timeoutMillis);
    }
}
