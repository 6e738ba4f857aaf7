package org.apache.rocketmq.remoting.netty;

import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.remoting.ChannelEventListener;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/** Servers and clients of one test on free ports; closed together. */
final class TestPeers implements AutoCloseable {
    static final int ECHO = 1001;

    private final List<Runnable> closers = new ArrayList<>();

    NettyRemotingServer server() {
        return server(new NettyServerConfig(), null);
    }

    NettyRemotingServer server(NettyServerConfig config, ChannelEventListener listener) {
        config.setListenPort(0);
        var server = new NettyRemotingServer(config, listener);
        server.register(ECHO, TestPeers::echo, null);
        closers.add(server::shutdown);
        return server;
    }

    NettyRemotingServer startedServer() {
        var server = server();
        server.start();
        return server;
    }

    NettyRemotingClient client() {
        return client(new NettyClientConfig());
    }

    NettyRemotingClient client(NettyClientConfig config) {
        var client = new NettyRemotingClient(config);
        closers.add(0, client::shutdown);
        client.start();
        return client;
    }

    /** Answers with the body and the ext field {@code text} of the request. */
    static void echo(Exchange exchange) {
        var response = RemotingCommand.createResponseCommand(0, null);
        var text = exchange.fields().getString("text");
        if (text != null) {
            response.addExtField("text", text);
        }
        var body = new byte[exchange.body().readableBytes()];
        exchange.body().getBytes(exchange.body().readerIndex(), body);
        response.setBody(body);
        exchange.respond(response);
    }

    static String address(NettyRemotingServer server) {
        return "127.0.0.1:" + server.localListenPort();
    }

    static RemotingCommand request(int code) {
        return RemotingCommand.createRequestCommand(code, null);
    }

    static RemotingCommand echoRequest(byte[] body) {
        var request = request(ECHO);
        request.setBody(body);
        return request;
    }

    @Override
    public void close() {
        closers.forEach(Runnable::run);
    }
}
