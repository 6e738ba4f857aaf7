package org.apache.rocketmq.example.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** What happened to the requests so far. Thread-safe. */
final class SendCounters {

    private final LongAdder sent = new LongAdder();
    private final LongAdder sendFailed = new LongAdder();
    private final LongAdder responseFailed = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAccumulator maxNanos = new LongAccumulator(Math::max, 0);

    /** A request was stored, this long after its start. */
    void stored(long startNanoTime) {
        long took = System.nanoTime() - startNanoTime;
        sent.increment();
        nanos.add(took);
        maxNanos.accumulate(took);
    }

    /** The request did not reach a broker. */
    void failedToSend() {
        sendFailed.increment();
    }

    /** The broker refused, or did not answer. */
    void failedToStore() {
        responseFailed.increment();
    }

    /** Longest answer in whole milliseconds since the start. */
    long maxMillis() {
        return TimeUnit.NANOSECONDS.toMillis(maxNanos.get());
    }

    /** Longest answer in whole milliseconds since the last call. */
    long takeMaxMillis() {
        return TimeUnit.NANOSECONDS.toMillis(maxNanos.getThenReset());
    }

    Sample sample() {
        return new Sample(System.nanoTime(), sent.sum(), sendFailed.sum(), responseFailed.sum(), nanos.sum());
    }

    /** The counters at one moment. */
    record Sample(long atNanoTime, long sent, long sendFailed, long responseFailed, long nanos) {

        /** Requests per second since then. */
        long perSecondSince(Sample first) {
            return (long) ((sent - first.sent) * 1e9 / Math.max(1, atNanoTime - first.atNanoTime));
        }

        /** Mean milliseconds per request since then; NaN without any. */
        double averageMillisSince(Sample first) {
            return (nanos - first.nanos) / 1e6 / (sent - first.sent);
        }
    }
}
