package org.apache.rocketmq.broker.admin;

import java.util.function.BooleanSupplier;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode;

/** Keeps metadata from being changed on a slave, which copies its master's. */
public final class SlaveGuard {
    private final BooleanSupplier slave;

    public SlaveGuard(BooleanSupplier slave) {
        this.slave = slave;
    }

    /** Answers and returns true on a slave. */
    boolean refuses(Exchange exchange) {
        if (!slave.getAsBoolean()) {
            return false;
        }
        exchange.respond(
                RemotingSysResponseCode.SYSTEM_ERROR,
                "Can't modify topic or subscription group from slave broker, please execute it from master broker.");
        return true;
    }
}
