package org.apache.rocketmq.remoting.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.channel.Channel;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.remoting.ChannelEventListener;
import org.apache.rocketmq.remoting.exception.PortInUseException;
import org.apache.rocketmq.remoting.exception.RemotingConnectException;
import org.apache.rocketmq.remoting.exception.RemotingSendRequestException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;
import org.apache.rocketmq.remoting.exception.RemotingTooMuchRequestException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallFailureTest {
    private static final int NEVER_ANSWERED = 6;

    private final TestPeers peers = new TestPeers();

    @AfterEach
    void close() {
        peers.close();
    }

    private static String deadAddress() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }

    private NettyRemotingServer silentServer() {
        var server = peers.server();
        server.register(NEVER_ANSWERED, exchange -> {}, null);
        server.start();
        return server;
    }

    @Test
    void a_dead_address_fails_to_connect() throws Exception {
        var dead = deadAddress();
        var client = peers.client();

        assertThatThrownBy(() -> client.invokeSync(dead, TestPeers.request(1), 3000))
                .isInstanceOf(RemotingConnectException.class)
                .hasMessage("connect to " + dead + " failed");
    }

    @Test
    void a_sync_timeout_closes_the_connection_and_fails_its_other_calls() throws Exception {
        var server = silentServer();
        var address = TestPeers.address(server);
        var client = peers.client();
        var other = client.invoke(address, TestPeers.request(NEVER_ANSWERED), 60_000);

        assertThatThrownBy(() -> client.invokeSync(address, TestPeers.request(NEVER_ANSWERED), 100))
                .isInstanceOf(RemotingTimeoutException.class)
                .message()
                .matches("wait response on the channel <" + address + "> timeout, \\d+\\(ms\\)");

        await().until(other::isDone);
        assertThat(other)
                .failsWithin(1, TimeUnit.SECONDS)
                .withThrowableThat()
                .withCauseInstanceOf(RemotingSendRequestException.class);
        assertThat(client.invokeSync(address, TestPeers.echoRequest(new byte[1]), 3000)
                        .getCode())
                .isZero();
    }

    @Test
    void a_sync_timeout_keeps_the_connection_when_told_so() throws Exception {
        var server = silentServer();
        var address = TestPeers.address(server);
        var config = new NettyClientConfig();
        config.setClientCloseSocketIfTimeout(false);
        var client = peers.client(config);
        var other = client.invoke(address, TestPeers.request(NEVER_ANSWERED), 60_000);

        assertThatThrownBy(() -> client.invokeSync(address, TestPeers.request(NEVER_ANSWERED), 50))
                .isInstanceOf(RemotingTimeoutException.class);

        assertThat(client.invokeSync(address, TestPeers.echoRequest(new byte[1]), 3000)
                        .getCode())
                .isZero();
        assertThat(other).isNotDone();
    }

    @Test
    void a_callback_learns_of_a_timeout() throws Exception {
        var server = silentServer();
        var called = new CompletableFuture<ResponseFuture>();

        peers.client().invokeAsync(TestPeers.address(server), TestPeers.request(NEVER_ANSWERED), 50, called::complete);

        var call = called.get(5, TimeUnit.SECONDS);
        assertThat(call.getResponseCommand()).isNull();
        assertThat(call.isSendRequestOK()).isTrue();
        assertThat(call.isTimeout()).isTrue();
    }

    @Test
    void a_server_that_goes_away_fails_all_calls_at_once() throws Exception {
        var server = silentServer();
        var called = new CompletableFuture<ResponseFuture>();
        peers.client()
                .invokeAsync(TestPeers.address(server), TestPeers.request(NEVER_ANSWERED), 60_000, called::complete);

        server.shutdown();

        assertThat(called.get(5, TimeUnit.SECONDS).isSendRequestOK()).isFalse();
    }

    @Test
    void calls_beyond_the_permits_are_refused_with_the_text_of_4_9() throws Exception {
        var server = silentServer();
        var address = TestPeers.address(server);
        var config = new NettyClientConfig();
        config.setClientAsyncSemaphoreValue(1);
        var client = peers.client(config);
        client.invokeAsync(address, TestPeers.request(NEVER_ANSWERED), 60_000, call -> {});

        assertThatThrownBy(() -> client.invokeAsync(address, TestPeers.request(NEVER_ANSWERED), 40, call -> {}))
                .isInstanceOf(RemotingTimeoutException.class)
                .message()
                .matches("invokeAsyncImpl tryAcquire semaphore timeout, \\d+ms, "
                        + "waiting thread nums: 0 semaphoreAsyncValue: 0");
        assertThatThrownBy(() -> client.invokeAsync(address, TestPeers.request(NEVER_ANSWERED), 0, call -> {}))
                .isInstanceOf(RemotingTooMuchRequestException.class)
                .hasMessage("invokeAsyncImpl invoke too fast");
    }

    @Test
    void a_dead_name_server_is_passed_over_and_the_choice_is_kept() throws Exception {
        var server = peers.startedServer();
        var client = peers.client();
        client.updateNameServerAddressList(List.of(deadAddress(), TestPeers.address(server), deadAddress()));

        for (int i = 0; i < 3; i++) {
            assertThat(client.invokeSync(null, TestPeers.echoRequest(new byte[1]), 3000)
                            .getCode())
                    .isZero();
        }
    }

    @Test
    void the_next_name_server_is_chosen_when_the_connection_breaks() throws Exception {
        var first = peers.startedServer();
        var second = peers.startedServer();
        var client = peers.client();
        client.updateNameServerAddressList(List.of(TestPeers.address(first), TestPeers.address(second)));
        client.invokeSync(null, TestPeers.echoRequest(new byte[1]), 3000);

        first.shutdown();

        await().ignoreExceptions()
                .until(() -> client.invokeSync(null, TestPeers.echoRequest(new byte[1]), 3000)
                                .getCode()
                        == 0);
    }

    @Test
    void no_name_server_at_all_is_named_in_the_error() throws Exception {
        var client = peers.client();
        assertThatThrownBy(() -> client.invokeSync(null, TestPeers.request(1), 3000))
                .isInstanceOf(RemotingConnectException.class)
                .hasMessage("connect to null failed");
        var dead = deadAddress();
        client.updateNameServerAddressList(List.of(dead));
        assertThatThrownBy(() -> client.invokeSync(null, TestPeers.request(1), 3000))
                .isInstanceOf(RemotingConnectException.class)
                .hasMessage("connect to [" + dead + "] failed");
    }

    @Test
    void a_used_port_is_named() {
        var server = peers.startedServer();
        int port = server.localListenPort();

        assertThatThrownBy(() -> server.bind(port, Set.of()))
                .isInstanceOf(PortInUseException.class)
                .message()
                .startsWith("cannot listen on port " + port + ": ")
                .doesNotContain("\n");
    }

    @Test
    void a_listener_learns_of_connections_in_order_and_idle_ones_are_closed() throws Exception {
        var events = new ConcurrentLinkedQueue<String>();
        var config = new NettyServerConfig();
        config.setServerChannelMaxIdleTimeSeconds(1);
        var server = peers.server(config, new ChannelEventListener() {
            @Override
            public void onChannelConnect(String remoteAddr, Channel channel) {
                events.add("connect");
            }

            @Override
            public void onChannelClose(String remoteAddr, Channel channel) {
                events.add("close");
            }

            @Override
            public void onChannelException(String remoteAddr, Channel channel) {
                events.add("exception");
            }

            @Override
            public void onChannelIdle(String remoteAddr, Channel channel) {
                events.add("idle");
            }
        });
        server.start();

        peers.client().invokeSync(TestPeers.address(server), TestPeers.echoRequest(new byte[1]), 3000);

        await().untilAsserted(() -> assertThat(events).containsExactly("connect", "idle", "close"));
    }
}
