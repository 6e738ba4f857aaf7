package org.apache.rocketmq.store.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RisingPositionTest {
    private final RisingPosition position = new RisingPosition(0);
    private final List<String> completed = new ArrayList<>();

    private void waitFor(long offset, long deadlineMillis) {
        position.whenReached(offset, deadlineMillis)
                .thenAccept(reached -> completed.add(offset + (reached ? " reached" : " expired")));
    }

    @Test
    void waitsEndInTheOrderOfTheirOffsets() {
        waitFor(30, 100);
        waitFor(10, 100);
        waitFor(20, 100);
        position.advanceTo(20);
        assertThat(completed).containsExactly("10 reached", "20 reached");
        position.advanceTo(40);
        assertThat(completed).endsWith("30 reached");
        assertThat(position.waiting()).isZero();
    }

    @Test
    void anOffsetThatIsReachedAlreadyDoesNotWait() {
        position.advanceTo(10);
        assertThat(position.whenReached(10, 0)).isCompletedWithValue(true);
    }

    @Test
    void thePositionNeverFalls() {
        position.advanceTo(10);
        position.advanceTo(5);
        assertThat(position.get()).isEqualTo(10);
    }

    @Test
    void waitsWhoseDeadlineIsOverExpireAndTheOthersStay() {
        waitFor(30, 50);
        waitFor(20, 50);
        waitFor(10, 100);
        position.expire(49);
        assertThat(completed).isEmpty();
        position.expire(50);
        assertThat(completed).containsExactly("20 expired", "30 expired");
        position.advanceTo(100);
        assertThat(completed).endsWith("10 reached");
    }

    @Test
    void givingUpAnswersEverybody() {
        waitFor(20, Long.MAX_VALUE);
        position.giveUp();
        assertThat(completed).containsExactly("20 expired");
    }
}
