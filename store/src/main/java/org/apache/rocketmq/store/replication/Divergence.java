package org.apache.rocketmq.store.replication;

import java.io.IOException;

/** The logs of master and slave hold different bytes; no amount of copying mends that. */
final class Divergence extends IOException {
    private static final long serialVersionUID = 1L;

    Divergence(String message) {
        super(message);
    }
}
