package org.apache.rocketmq.namesrv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.rocketmq.common.namesrv.NamesrvConfig;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.remoting.netty.NettyServerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingTest {
    @TempDir
    private Path folder;

    private NamesrvController start(String name) {
        var config = new NamesrvConfig();
        config.setKvConfigPath(folder.resolve(name).toString());
        var netty = new NettyServerConfig();
        netty.setListenPort(0);
        var controller = new NamesrvController(config, netty);
        assertThat(controller.initialize()).isTrue();
        controller.start();
        return controller;
    }

    @Test
    void severalNameServersShareAJvmAndNothingElse() throws Exception {
        var one = start("one.json");
        var other = start("other.json");
        try (var broker = new TestPeer(one.getListenPort());
                var client = new TestPeer(other.getListenPort())) {
            broker.call(Requests.register(1, "t"));

            assertThat(broker.call(Requests.route("t")).getCode()).isEqualTo(ResponseCode.SUCCESS);
            assertThat(client.call(Requests.route("t")).getCode()).isEqualTo(ResponseCode.TOPIC_NOT_EXIST);
        } finally {
            one.shutdown();
            other.shutdown();
        }
    }
}
