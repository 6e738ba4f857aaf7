package org.apache.rocketmq.remoting.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.RPCHook;
import org.apache.rocketmq.remoting.protocol.FieldWriter;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that are not handled, and what their senders are told. */
class OverloadTest {
    private static final int SLOW = 7;

    private final TestPeers peers = new TestPeers();
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private volatile long maxWaitMillis;
    private final Lane lane = new Lane("SlowThread", 1, () -> 2, () -> maxWaitMillis);
    private NettyRemotingServer server;
    private NettyRemotingClient client;

    @BeforeEach
    void start() {
        server = peers.server();
        server.register(
                SLOW,
                exchange -> {
                    mayEnd.await();
                    exchange.respond(0, Thread.currentThread().getName());
                },
                lane);
        client = peers.client();
    }

    @AfterEach
    void close() throws Exception {
        mayEnd.countDown();
        peers.close();
        lane.stop(1000);
    }

    private CompletableFuture<RemotingCommand> ask(int code) {
        return client.invoke(TestPeers.address(server), TestPeers.request(code), 10_000);
    }

    /** One request runs, two wait. */
    private void fillLane() {
        ask(SLOW);
        ask(SLOW);
        ask(SLOW);
        await().until(() -> lane.depth() == 2);
    }

    @Test
    void a_lane_handles_requests_on_its_own_threads() throws Exception {
        server.start();
        mayEnd.countDown();

        assertThat(ask(SLOW).get(5, TimeUnit.SECONDS).getRemark()).isEqualTo("SlowThread_1");
    }

    @Test
    void a_full_queue_refuses_at_once() throws Exception {
        server.start();
        fillLane();

        var refused = ask(SLOW).get(5, TimeUnit.SECONDS);

        assertThat(refused.getCode()).isEqualTo(2);
        assertThat(refused.getRemark()).isEqualTo("[OVERLOAD]system busy, start flow control for a while");
    }

    @Test
    void a_request_that_waited_too_long_is_told_how_long_and_how_many_wait() throws Exception {
        server.start();
        ask(SLOW);
        await().until(() -> lane.depth() == 0);
        maxWaitMillis = 30;

        var refused = ask(SLOW).get(5, TimeUnit.SECONDS);

        assertThat(refused.getCode()).isEqualTo(2);
        assertThat(refused.getRemark())
                .matches("\\[TIMEOUT_CLEAN_QUEUE]broker busy, start flow control for a while, "
                        + "period in queue: [3-9]\\d+ms, size of queue: 0");
    }

    @Test
    void waiting_requests_can_all_be_refused_while_the_page_cache_is_busy() throws Exception {
        server.start();
        ask(SLOW);
        await().until(() -> lane.depth() == 0);
        var waiting = ask(SLOW);
        await().until(() -> lane.depth() == 1);

        assertThat(lane.refuseWhilePageCacheBusy(() -> true)).isEqualTo(1);

        assertThat(waiting.get(5, TimeUnit.SECONDS).getRemark())
                .startsWith("[PCBUSY_CLEAN_QUEUE]broker busy, start flow control for a while, period in queue: ");
        assertThat(lane.headAgeMillis()).isZero();
    }

    @Test
    void a_closed_gate_refuses_before_queueing() throws Exception {
        server.register(
                8,
                new RequestHandler() {
                    @Override
                    public void handle(Exchange exchange) {
                        throw new AssertionError("must not be called");
                    }

                    @Override
                    public boolean refusesNow() {
                        return true;
                    }
                },
                lane);
        server.start();

        var refused = ask(8).get(5, TimeUnit.SECONDS);

        assertThat(refused.getCode()).isEqualTo(2);
        assertThat(refused.getRemark()).isEqualTo("[REJECTREQUEST]system busy, start flow control for a while");
    }

    @Test
    void an_unknown_code_is_told_so() throws Exception {
        server.start();

        var answer = ask(9999).get(5, TimeUnit.SECONDS);

        assertThat(answer.getCode()).isEqualTo(3);
        assertThat(answer.getRemark()).isEqualTo(" request type 9999 not supported");
    }

    @Test
    void a_server_may_be_silent_about_unknown_codes() {
        server.ignoreUnknownCodes();
        server.start();

        var answer = client.invoke(TestPeers.address(server), TestPeers.request(9999), 300);

        await().until(answer::isCompletedExceptionally);
        assertThat(client.isChannelWritable(TestPeers.address(server))).isTrue();
    }

    @Test
    void a_further_port_shares_the_handlers_but_for_refused_codes() throws Exception {
        server.register(11, exchange -> exchange.respond(0, "pulled"), null);
        server.start();
        int fastPort = server.bind(0, Set.of(11));

        assertThat(ask(11).get(5, TimeUnit.SECONDS).getRemark()).isEqualTo("pulled");
        var refused = client.invokeSync("127.0.0.1:" + fastPort, TestPeers.request(11), 5000);
        assertThat(refused.getRemark()).isEqualTo(" request type 11 not supported");
        assertThat(client.invokeSync("127.0.0.1:" + fastPort, TestPeers.echoRequest(new byte[1]), 5000)
                        .getCode())
                .isZero();
    }

    @Test
    void an_exception_is_told_with_its_first_stack_frame() throws Exception {
        server.register(
                8,
                exchange -> {
                    throw new IllegalStateException("no reason");
                },
                null);
        server.start();

        var answer = ask(8).get(5, TimeUnit.SECONDS);

        assertThat(answer.getCode()).isEqualTo(1);
        assertThat(answer.getRemark())
                .matches(
                        "java\\.lang\\.IllegalStateException: no reason, .*OverloadTest.*\\(OverloadTest\\.java:\\d+\\)");
    }

    @Test
    void hooks_see_all_fields_on_both_sides_and_may_refuse() throws Exception {
        client.registerRPCHook(new RPCHook() {
            @Override
            public void doBeforeRequest(String remoteAddr, RemotingCommand request) {
                request.addExtField("Signature", String.valueOf(request.getExtFields()));
            }

            @Override
            public void doAfterResponse(String remoteAddr, RemotingCommand request, RemotingCommand response) {
                response.setRemark("seen");
            }
        });
        server.registerRPCHook(new RPCHook() {
            @Override
            public void doBeforeRequest(String remoteAddr, RemotingCommand request) {
                if (!"{b=1}".equals(request.getExtFields().get("Signature"))) {
                    throw new IllegalArgumentException("bad signature");
                }
            }

            @Override
            public void doAfterResponse(String remoteAddr, RemotingCommand request, RemotingCommand response) {
                response.addExtField("server", "seen");
            }
        });
        server.start();

        var accepted = client.invokeSync(TestPeers.address(server), signed("b"), 5000);
        var refused = client.invokeSync(TestPeers.address(server), signed("c"), 5000);

        assertThat(accepted.getRemark()).isEqualTo("seen");
        assertThat(accepted.getExtFields()).containsEntry("server", "seen");
        assertThat(refused.getCode()).isEqualTo(1);
    }

    private static RemotingCommand signed(String field) {
        return RemotingCommand.createRequestCommand(TestPeers.ECHO, new OneField(field));
    }

    private record OneField(String name) implements CommandCustomHeader {
        @Override
        public void checkFields() {}

        @Override
        public void writeTo(FieldWriter out) {
            out.put(name, 1);
        }
    }
}
