package org.apache.rocketmq.broker.delay;

import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SUCCESS;

import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.remoting.netty.RequestHandler;

/** Gives a slave the progress of every level: request 45. Thread-safe. Source: store format, delayOffset.json. */
public final class DelayOffsetHandler implements RequestHandler {
    private final DelayOffsets offsets;

    public DelayOffsetHandler(DelayOffsets offsets) {
        this.offsets = offsets;
    }

    @Override
    public void handle(Exchange exchange) {
        exchange.respond(SUCCESS, null, null, offsets.encode());
    }
}
