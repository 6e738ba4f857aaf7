package org.apache.rocketmq.example.benchmark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Takes a sample of the counters every second, keeps the last ten, and reports every ten seconds over the first and the
 * last of them, that is over nine seconds.
 *
 * @param <S> sample of counters, immutable
 */
final class Sampler<S> implements AutoCloseable {

    private static final int KEPT = 10;

    private final Supplier<S> counters;
    private final BiConsumer<S, S> report;
    /** Guarded by itself. */
    private final Deque<S> samples = new ArrayDeque<>();

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "BenchmarkTimerThread");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param report gets the first and the last of the kept samples
     */
    Sampler(Supplier<S> counters, BiConsumer<S, S> report) {
        this.counters = counters;
        this.report = report;
    }

    void start() {
        timer.scheduleAtFixedRate(this::sample, 1, 1, TimeUnit.SECONDS);
        timer.scheduleAtFixedRate(this::reportIfFull, KEPT, KEPT, TimeUnit.SECONDS);
    }

    /** The first and the last of the kept samples, if there is more than one. */
    Optional<Span<S>> span() {
        synchronized (samples) {
            return samples.size() < 2
                    ? Optional.empty()
                    : Optional.of(new Span<>(samples.peekFirst(), samples.peekLast()));
        }
    }

    @Override
    public void close() {
        timer.shutdown();
    }

    private void sample() {
        synchronized (samples) {
            samples.addLast(counters.get());
            if (samples.size() > KEPT) {
                samples.removeFirst();
            }
        }
    }

    private void reportIfFull() {
        Span<S> span;
        synchronized (samples) {
            if (samples.size() < KEPT) {
                return;
            }
            span = new Span<>(samples.peekFirst(), samples.peekLast());
        }
        report.accept(span.first(), span.last());
    }

    record Span<S>(S first, S last) {}
}
