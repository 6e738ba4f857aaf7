package org.apache.rocketmq.remoting.netty;

import java.util.Set;

/**
 * A port of a server. All ports share the handlers.
 *
 * @param number TCP port, 0 = any free one
 * @param refusedCodes request codes that are answered as unknown on this port
 */
record ListenPort(int number, Set<Integer> refusedCodes) {
    boolean serves(int code) {
        return refusedCodes.isEmpty() || !refusedCodes.contains(code);
    }
}
