package org.apache.rocketmq.namesrv.request;

import java.nio.charset.StandardCharsets;
import org.apache.rocketmq.common.config.ConfigUpdate;
import org.apache.rocketmq.common.config.Settings;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows and changes the settings while the server runs. Source: name server, config get/update. */
final class ConfigRequests {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.NAMESRV_LOGGER_NAME);

    private final Settings settings;

    ConfigRequests(Settings settings) {
        this.settings = settings;
    }

    void get(Exchange exchange) {
        exchange.respond(ResponseCode.SUCCESS, null, null, settings.text().getBytes(StandardCharsets.UTF_8));
    }

    void update(Exchange exchange) {
        if (!exchange.body().isReadable()) {
            exchange.respond(ResponseCode.SUCCESS, null);
            return;
        }
        var update = settings.update(exchange.body().toString(StandardCharsets.UTF_8));
        log.info("config update by {}: {}", exchange.remoteAddress(), update);
        if (update instanceof ConfigUpdate.Applied applied) {
            exchange.respond(
                    ResponseCode.SUCCESS, applied.ignored().isEmpty() ? null : String.join("; ", applied.ignored()));
        } else if (update instanceof ConfigUpdate.Forbidden forbidden) {
            exchange.respond(ResponseCode.NO_PERMISSION, forbidden.remark());
        } else if (update instanceof ConfigUpdate.Invalid invalid) {
            exchange.respond(ResponseCode.SYSTEM_ERROR, invalid.remark());
        }
    }
}
