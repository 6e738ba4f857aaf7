package org.apache.rocketmq.namesrv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.rocketmq.common.config.Settings;
import org.apache.rocketmq.common.namesrv.NamesrvConfig;
import org.apache.rocketmq.remoting.netty.NettyServerConfig;

/** A name server on a free port, with files in a folder of the test and a clock that the test turns. */
final class TestNameServer implements AutoCloseable {
    final AtomicLong now = new AtomicLong(1_000_000);
    final NamesrvConfig config = new NamesrvConfig();
    final Settings settings;
    final NamesrvController controller;

    TestNameServer(Path folder) {
        config.setKvConfigPath(folder.resolve("kvConfig.json").toString());
        config.setConfigStorePath(folder.resolve("namesrv.properties").toString());
        var netty = new NettyServerConfig();
        netty.setListenPort(0);
        settings = NamesrvSettings.of(config, netty);
        controller = new NamesrvController(config, netty, settings, now::get);
        if (!controller.initialize()) {
            throw new IllegalStateException("not initialized");
        }
        controller.start();
    }

    TestPeer connect() throws IOException {
        return new TestPeer(controller.getListenPort());
    }

    @Override
    public void close() {
        controller.shutdown();
    }
}
