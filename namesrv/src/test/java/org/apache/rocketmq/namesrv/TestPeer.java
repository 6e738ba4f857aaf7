package org.apache.rocketmq.namesrv;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/** A peer that speaks frames over one plain socket. */
final class TestPeer implements AutoCloseable {
    private static final int SILENCE_MILLIS = 300;
    private static final int ANSWER_MILLIS = 10_000;

    private final Socket socket;
    private final DataInputStream in;

    TestPeer(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        in = new DataInputStream(socket.getInputStream());
    }

    static RemotingCommand request(int code, CommandCustomHeader header) {
        var request = RemotingCommand.createRequestCommand(code, header);
        request.setVersion(MQVersion.CURRENT_VERSION);
        return request;
    }

    RemotingCommand call(int code, CommandCustomHeader header) throws IOException, RemotingCommandException {
        return call(request(code, header));
    }

    RemotingCommand call(RemotingCommand request) throws IOException, RemotingCommandException {
        send(request);
        return receive(ANSWER_MILLIS);
    }

    void send(RemotingCommand request) throws IOException {
        var frame = request.encode();
        sendRaw(Arrays.copyOfRange(frame.array(), frame.position(), frame.limit()));
    }

    void sendRaw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Whether no answer comes for a while. */
    boolean hearsNothing() throws IOException, RemotingCommandException {
        try {
            receive(SILENCE_MILLIS);
            return false;
        } catch (SocketTimeoutException silence) {
            return true;
        }
    }

    /** Whether the server has closed the connection. */
    boolean isClosedByServer() throws IOException {
        socket.setSoTimeout(ANSWER_MILLIS);
        return in.read() < 0;
    }

    private RemotingCommand receive(int timeoutMillis) throws IOException, RemotingCommandException {
        socket.setSoTimeout(timeoutMillis);
        var frame = new byte[in.readInt()];
        in.readFully(frame);
        return RemotingCommand.decode(frame);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
