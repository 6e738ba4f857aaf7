package org.apache.rocketmq.broker.admin;

import static org.apache.rocketmq.common.protocol.ResponseCode.NO_PERMISSION;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SUCCESS;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SYSTEM_ERROR;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.rocketmq.common.DataVersion;
import org.apache.rocketmq.common.config.ConfigUpdate;
import org.apache.rocketmq.common.config.Settings;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.protocol.header.GetBrokerConfigResponseHeader;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker's settings: requests 25 and 26, one method each. The version is guarded by this object's monitor. Source: broker
 * specification, broker config.
 */
public final class ConfigHandler {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.BROKER_LOGGER_NAME);

    private final Settings settings;
    private final Consumer<Set<String>> onChange;
    private final DataVersion version = new DataVersion();

    /** @param onChange told the names of the keys that changed, before the request is answered */
    public ConfigHandler(Settings settings, Consumer<Set<String>> onChange) {
        this.settings = settings;
        this.onChange = onChange;
    }

    /** Request 26. */
    public void get(Exchange exchange) {
        var answer = new GetBrokerConfigResponseHeader();
        synchronized (this) {
            answer.setVersion(version.toJson());
        }
        exchange.respond(SUCCESS, null, answer, settings.text().getBytes(StandardCharsets.UTF_8));
    }

    /** Request 25. */
    public void update(Exchange exchange) {
        String text = exchange.body().toString(StandardCharsets.UTF_8);
        ConfigUpdate update;
        synchronized (this) {
            update = settings.update(text);
            if (update instanceof ConfigUpdate.Applied) {
                version.nextVersion();
            }
        }
        if (update instanceof ConfigUpdate.Applied applied) {
            log.info("{} changes settings: {} {}", exchange.remoteAddress(), applied.changed(), applied.ignored());
            onChange.accept(applied.changed());
            String ignored = applied.ignored().isEmpty() ? null : String.join(" ", applied.ignored());
            // 4.9 answers success for names it does not know; when there is nothing else, that hides a typing error.
            boolean nothingElse = ignored != null && applied.changed().isEmpty();
            exchange.respond(nothingElse ? SYSTEM_ERROR : SUCCESS, ignored);
        } else if (update instanceof ConfigUpdate.Forbidden forbidden) {
            exchange.respond(NO_PERMISSION, forbidden.remark());
        } else if (update instanceof ConfigUpdate.Invalid invalid) {
            exchange.respond(SYSTEM_ERROR, invalid.remark());
        }
    }
}
