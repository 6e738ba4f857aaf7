package org.apache.rocketmq.remoting.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedFrameTest {
    private final TestPeers peers = new TestPeers();
    private NettyRemotingServer server;

    @BeforeEach
    void start() {
        server = peers.startedServer();
    }

    @AfterEach
    void close() {
        peers.close();
    }

    private Socket connect() throws IOException {
        var socket = new Socket("127.0.0.1", server.localListenPort());
        socket.setSoTimeout(5000);
        return socket;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "length below four, 00000003",
        "negative length, ffffffff",
        "length just above the limit, 00fffffd",
        "giant length, 7fffffff",
        "header longer than the frame, 0000000800000005 00000000",
        "unknown serialize type, 0000000402000000",
        "empty JSON header, 0000000400000000",
        "unparsable JSON header, 0000000700000003 7b7b7b",
        "binary header too short, 0000000801000004 00000000",
        "binary remark too long, 0000001901000015 0001 00 0199 00000001 00000000 00000100 00000000",
        "binary ext block too long, 0000001901000015 0001 00 0199 00000001 00000000 00000000 00000100",
        "binary key length negative, 0000001f0100001b 0001 00 0199 00000001 00000000 00000000 00000006 ffff00000000"
    })
    void a_malformed_frame_closes_its_connection_and_leaves_the_server_healthy(String name, String hex)
            throws Exception {
        try (var socket = connect()) {
            socket.getOutputStream().write(HexFormat.of().parseHex(hex.replace(" ", "")));

            assertThat(socket.getInputStream().read()).as(name).isEqualTo(-1);
        }
        assertThat(peers.client()
                        .invokeSync(TestPeers.address(server), TestPeers.echoRequest(new byte[] {1}), 5000)
                        .getBody())
                .containsExactly(1);
    }

    @Test
    void a_frame_that_comes_byte_by_byte_is_understood() throws Exception {
        var frame = TestPeers.echoRequest("hello".getBytes()).encode();
        try (var socket = connect()) {
            socket.setTcpNoDelay(true);
            for (int i = 0; i < frame.limit(); i++) {
                socket.getOutputStream().write(frame.get(i));
                socket.getOutputStream().flush();
            }

            assertThat(readFrame(socket).getBody()).asString().isEqualTo("hello");
        }
    }

    @Test
    void frames_of_all_sizes_back_to_back_are_answered_in_order() throws Exception {
        int count = 300;
        var all = ByteBuffer.allocate(30_000_000);
        for (int i = 0; i < count; i++) {
            all.put(TestPeers.echoRequest(new byte[i * 300]).encode());
        }
        try (var socket = connect()) {
            var writer = new Thread(() -> {
                try {
                    socket.getOutputStream().write(all.array(), 0, all.position());
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            writer.start();
            for (int i = 0; i < count; i++) {
                var body = readFrame(socket).getBody();
                assertThat(body == null ? 0 : body.length).isEqualTo(i * 300);
            }
            writer.join();
        }
    }

    @Test
    void a_peer_that_takes_no_answers_is_not_read_any_further_and_loses_nothing() throws Exception {
        var body = new byte[1_000_000];
        var frame = TestPeers.echoRequest(body).encode();
        int count = 60;
        try (var socket = connect()) {
            var writer = new Thread(() -> {
                try {
                    for (int i = 0; i < count; i++) {
                        socket.getOutputStream().write(frame.array(), 0, frame.limit());
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            writer.start();
            writer.join(1000);
            for (int i = 0; i < count; i++) {
                assertThat(readFrame(socket).getBody()).hasSize(body.length);
            }
            writer.join();
        }
    }

    private static RemotingCommand readFrame(Socket socket) throws Exception {
        var in = new DataInputStream(socket.getInputStream());
        return RemotingCommand.decode(in.readNBytes(in.readInt()));
    }
}
