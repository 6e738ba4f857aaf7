package org.apache.rocketmq.remoting.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.SerializeType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
    private final TestPeers peers = new TestPeers();

    @AfterEach
    void close() {
        peers.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 8192, 8193, 100_000, 5_000_000})
    void a_body_of_any_size_comes_back(int size) throws Exception {
        var server = peers.startedServer();
        var client = peers.client();
        var body = new byte[size];
        for (int i = 0; i < size; i++) {
            body[i] = (byte) (i * 31);
        }

        var response = client.invokeSync(TestPeers.address(server), TestPeers.echoRequest(body), 5000);

        assertThat(response.getCode()).isZero();
        assertThat(response.getBody()).isEqualTo(size == 0 ? null : body);
    }

    @ParameterizedTest
    @EnumSource(SerializeType.class)
    void the_answer_comes_in_the_serialization_of_the_request(SerializeType serialization) throws Exception {
        var server = peers.startedServer();
        var request = TestPeers.request(TestPeers.ECHO);
        request.setSerializeTypeCurrentRPC(serialization);
        request.addExtField("text", "\u0001 \"quoted\" \\ ünïcödé \uD83D\uDE00");

        var response = peers.client().invokeSync(TestPeers.address(server), request, 5000);

        assertThat(response.getSerializeTypeCurrentRPC()).isEqualTo(serialization);
        assertThat(response.getOpaque()).isEqualTo(request.getOpaque());
        assertThat(response.getExtFields()).containsEntry("text", "\u0001 \"quoted\" \\ ünïcödé \uD83D\uDE00");
    }

    @Test
    void thousands_of_requests_in_flight_all_get_their_own_answer() throws Exception {
        var server = peers.startedServer();
        var client = peers.client();
        var answers = new ArrayList<CompletableFuture<RemotingCommand>>();
        for (int i = 0; i < 5000; i++) {
            var request = TestPeers.request(TestPeers.ECHO);
            request.addExtField("text", Integer.toString(i));
            answers.add(client.invoke(TestPeers.address(server), request, 10_000));
        }

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get(10, TimeUnit.SECONDS).getExtFields())
                    .containsEntry("text", Integer.toString(i));
        }
    }

    @Test
    void a_callback_gets_the_answer_on_the_callback_threads() throws Exception {
        var server = peers.startedServer();
        var called = new CompletableFuture<String>();

        peers.client()
                .invokeAsync(
                        TestPeers.address(server),
                        TestPeers.echoRequest(new byte[] {7}),
                        5000,
                        call -> called.complete(Thread.currentThread().getName() + " "
                                + call.getResponseCommand().getBody()[0]));

        assertThat(called.get(5, TimeUnit.SECONDS)).matches("NettyClientPublicExecutor_\\d+ 7");
    }

    @Test
    void a_oneway_request_is_handled_and_never_answered() throws Exception {
        var server = peers.server();
        var handled = new CountDownLatch(1);
        server.register(
                5,
                exchange -> {
                    exchange.respond(1, "must not be sent");
                    handled.countDown();
                },
                null);
        server.start();
        var client = peers.client();

        client.invokeOneway(TestPeers.address(server), TestPeers.request(5), 1000);

        assertThat(handled.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(client.invokeSync(TestPeers.address(server), TestPeers.echoRequest(new byte[] {1}), 5000)
                        .getBody())
                .containsExactly(1);
    }

    @Test
    void an_answer_may_come_later_from_another_thread() throws Exception {
        var server = peers.server();
        server.register(5, exchange -> new Thread(() -> exchange.respond(0, "later")).start(), null);
        server.start();

        assertThat(peers.client()
                        .invokeSync(TestPeers.address(server), TestPeers.request(5), 5000)
                        .getRemark())
                .isEqualTo("later");
    }

    @Test
    void only_the_first_answer_counts() throws Exception {
        var server = peers.server();
        server.register(
                5,
                exchange -> {
                    exchange.respond(0, "first");
                    exchange.respond(0, "second");
                },
                null);
        server.start();

        assertThat(peers.client()
                        .invokeSync(TestPeers.address(server), TestPeers.request(5), 5000)
                        .getRemark())
                .isEqualTo("first");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 3000, 200_000})
    void a_body_of_slices_is_released_once(int sliceBytes) throws Exception {
        var server = peers.server();
        var released = new AtomicInteger();
        var slice = ByteBuffer.allocateDirect(sliceBytes);
        server.register(
                5,
                exchange -> exchange.respond(
                        0, "FOUND", null, List.of(slice.duplicate(), slice.duplicate()), released::incrementAndGet),
                null);
        server.start();

        var response = peers.client().invokeSync(TestPeers.address(server), TestPeers.request(5), 5000);

        assertThat(response.getBody()).hasSize(2 * sliceBytes);
        await().untilAsserted(() -> assertThat(released).hasValue(1));
    }

    @Test
    void a_server_asks_its_client_on_the_clients_own_connection() throws Exception {
        var server = peers.server();
        var channel = new CompletableFuture<Channel>();
        server.register(
                5,
                exchange -> {
                    channel.complete(exchange.channel());
                    exchange.respond(0, null);
                },
                null);
        server.start();
        var client = peers.client();
        client.registerProcessor(
                40,
                new NettyRequestProcessor() {
                    @Override
                    public RemotingCommand processRequest(ChannelHandlerContext ctx, RemotingCommand request) {
                        return RemotingCommand.createResponseCommand(0, "from the client");
                    }

                    @Override
                    public boolean rejectRequest() {
                        return false;
                    }
                },
                null);
        client.invokeSync(TestPeers.address(server), TestPeers.request(5), 5000);

        assertThat(server.invokeSync(channel.get(), TestPeers.request(40), 5000).getRemark())
                .isEqualTo("from the client");
        assertThat(server.invokeSync(channel.get(), TestPeers.request(41), 5000).getRemark())
                .isEqualTo(" request type 41 not supported");
    }

    @Test
    void a_processor_of_the_public_api_may_return_or_write_its_answer() throws Exception {
        var server = peers.server();
        server.registerProcessor(
                5,
                new NettyRequestProcessor() {
                    @Override
                    public RemotingCommand processRequest(ChannelHandlerContext ctx, RemotingCommand request) {
                        var response = RemotingCommand.createResponseCommand(0, null);
                        response.setBody(request.getBody());
                        if (request.getBody().length == 1) {
                            return response;
                        }
                        response.setOpaque(request.getOpaque());
                        ctx.writeAndFlush(response);
                        return null;
                    }

                    @Override
                    public boolean rejectRequest() {
                        return false;
                    }
                },
                null);
        server.start();
        var client = peers.client();
        for (int size = 1; size <= 2; size++) {
            var request = TestPeers.request(5);
            request.setBody(new byte[size]);

            assertThat(client.invokeSync(TestPeers.address(server), request, 5000)
                            .getBody())
                    .hasSize(size);
        }
        assertThat(server.getProcessorPair(5)).isNotNull();
        assertThat(server.getProcessorPair(TestPeers.ECHO)).isNull();
    }

    @Test
    void a_one_shot_request_needs_no_client() throws Exception {
        var server = peers.startedServer();

        var response =
                RemotingHelper.invokeSync(TestPeers.address(server), TestPeers.echoRequest(new byte[] {1, 2}), 5000);

        assertThat(response.getBody()).containsExactly(1, 2);
    }

    @Test
    void a_kept_body_outlives_its_handler() throws Exception {
        var server = peers.server();
        server.register(
                5,
                exchange -> {
                    var kept = exchange.body().retain();
                    new Thread(() -> {
                                var body = new byte[kept.readableBytes()];
                                kept.getBytes(kept.readerIndex(), body);
                                kept.release();
                                exchange.respond(0, null, null, body);
                            })
                            .start();
                },
                null);
        server.start();
        var client = peers.client();
        var answers = new ArrayList<CompletableFuture<RemotingCommand>>();
        for (int i = 0; i < 100; i++) {
            var request = TestPeers.request(5);
            request.setBody(new byte[] {(byte) i, 1});
            answers.add(client.invoke(TestPeers.address(server), request, 5000));
        }
        for (int i = 0; i < 100; i++) {
            assertThat(answers.get(i).get(5, TimeUnit.SECONDS).getBody()).containsExactly(i, 1);
        }
    }
}
