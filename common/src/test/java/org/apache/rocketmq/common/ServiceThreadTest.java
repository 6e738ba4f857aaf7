package org.apache.rocketmq.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ServiceThreadTest {

    private static final class Rounds extends ServiceThread {
        final AtomicInteger rounds = new AtomicInteger();

        @Override
        public String getServiceName() {
            return "rounds";
        }

        @Override
        public void run() {
            while (!isStopped()) {
                rounds.incrementAndGet();
                waitForRunning(Duration.ofHours(1).toMillis());
            }
        }
    }

    @Test
    @Timeout(30)
    void wakesBeforeItsIntervalEndsAndCanBeStartedAgain() {
        Rounds thread = new Rounds();
        for (int start = 0; start < 2; start++) {
            thread.start();
            int seen = thread.rounds.get();
            Awaitility.await().untilAsserted(() -> {
                thread.wakeup();
                assertThat(thread.rounds.get()).isGreaterThan(seen + 2);
            });
            thread.shutdown();
            int after = thread.rounds.get();
            thread.wakeup();
            assertThat(thread.rounds.get()).isEqualTo(after);
        }
    }
}
