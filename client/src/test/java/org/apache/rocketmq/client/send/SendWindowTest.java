package org.apache.rocketmq.client.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SendWindowTest {
    private final SendWindow window = new SendWindow(2);

    @Test
    void aFullWindowLetsNobodyInUntilOneLeaves() {
        assertThat(window.enter(0)).isTrue();
        assertThat(window.enter(0)).isTrue();
        assertThat(window.enter(5)).isFalse();

        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> window.enter(60_000));
        window.leave();

        await().until(waiting::isDone);
        assertThat(waiting.join()).isTrue();
        assertThat(window.enter(0)).isFalse();
    }
}
