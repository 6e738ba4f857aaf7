package org.apache.rocketmq.client.trace;

import java.io.IOException;
import org.apache.rocketmq.client.AccessChannel;
import org.apache.rocketmq.client.exception.MQClientException;

/** Takes trace records from hooks and carries them away. Thread-safe. */
public interface TraceDispatcher {
    /** Which side of messaging is traced; part of the name of the trace producer's group. */
    enum Type {
        PRODUCE,
        CONSUME
    }

    /** Starts carrying; a second start does nothing. */
    void start(String nameSrvAddr, AccessChannel accessChannel) throws MQClientException;

    /** Takes a {@link TraceContext} without blocking; false when it had to be dropped. */
    boolean append(Object ctx);

    /** Sends what has been taken. */
    void flush() throws IOException;

    void shutdown();
}
