package org.apache.rocketmq.common.namesrv;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopAddressingTest {
    private final AtomicReference<String> asked = new AtomicReference<>();
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.set(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Client-Version"));
            byte[] body = " 10.0.0.1:9876;10.0.0.2:9876\r\nmore".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/rocketmq/nsaddr";
    }

    @Test
    void takesTheFirstLineOfTheAnswer() {
        assertThat(new TopAddressing(url()).fetchNSAddr()).isEqualTo("10.0.0.1:9876;10.0.0.2:9876");
        assertThat(asked).hasValue("/rocketmq/nsaddr V4_9_8");
    }

    @Test
    void asksForItsUnit() {
        assertThat(new TopAddressing(url(), "unit").fetchNSAddr()).isNotNull();
        assertThat(asked).hasValue("/rocketmq/nsaddr-unit?nofix=1 V4_9_8");
    }

    @Test
    void anErrorAnswerIsNoList() {
        status = 500;

        assertThat(new TopAddressing(url()).fetchNSAddr()).isNull();
    }
}
