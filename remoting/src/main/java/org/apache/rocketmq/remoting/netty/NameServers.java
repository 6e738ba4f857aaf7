package org.apache.rocketmq.remoting.netty;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.apache.rocketmq.remoting.exception.RemotingConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The name servers a client knows and the one it has chosen. The choice stays until its connection breaks; then the next
 * ones are tried in turn, each once per call.
 *
 * <p>Thread-safe.
 */
final class NameServers {
    private static final Logger LOG = LoggerFactory.getLogger(RemotingHelper.ROCKETMQ_REMOTING);
    /** A silent name server costs this long before the next is tried; its connection may still come later. */
    private static final long TRY_MILLIS = 800;

    private static final int RANDOM_START_BOUND = 999;

    private final Function<String, CompletableFuture<Connection>> connect;
    private final AtomicInteger turn =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(RANDOM_START_BOUND));
    private volatile List<String> addresses;
    private volatile String chosen;

    /** @param connect gives the connection to an address, an existing one or a new one */
    NameServers(Function<String, CompletableFuture<Connection>> connect) {
        this.connect = connect;
    }

    List<String> addresses() {
        return addresses;
    }

    /** Takes a new list, in random order; the same addresses again change nothing. */
    void update(List<String> addresses) {
        var known = this.addresses;
        if (addresses == null
                || addresses.isEmpty()
                || known != null && known.size() == addresses.size() && new HashSet<>(known).containsAll(addresses)) {
            return;
        }
        var shuffled = new ArrayList<>(addresses);
        Collections.shuffle(shuffled);
        LOG.info("name servers are now {}, were {}", shuffled, known);
        this.addresses = List.copyOf(shuffled);
        if (chosen != null && !addresses.contains(chosen)) {
            chosen = null;
        }
    }

    /** A connection to the chosen name server; fails with {@link RemotingConnectException} naming the list. */
    CompletableFuture<Connection> connection() {
        var current = chosen;
        if (current != null) {
            var connection = connect.apply(current);
            if (connection.isDone() && !connection.isCompletedExceptionally()) {
                return connection;
            }
        }
        var list = addresses;
        if (list == null) {
            return CompletableFuture.failedFuture(new RemotingConnectException("null"));
        }
        return tryNext(list, list.size());
    }

    private CompletableFuture<Connection> tryNext(List<String> list, int triesLeft) {
        if (triesLeft == 0) {
            return CompletableFuture.failedFuture(new RemotingConnectException(list.toString()));
        }
        var address = list.get(Math.floorMod(turn.getAndIncrement(), list.size()));
        return connect.apply(address)
                .copy()
                .orTimeout(TRY_MILLIS, TimeUnit.MILLISECONDS)
                .handle((connection, failure) -> {
                    if (failure != null) {
                        LOG.warn("name server {} cannot be reached: {}", address, failure.toString());
                        return tryNext(list, triesLeft - 1);
                    }
                    LOG.info("chose name server {}", address);
                    chosen = address;
                    return CompletableFuture.completedFuture(connection);
                })
                .thenCompose(Function.identity());
    }
}
