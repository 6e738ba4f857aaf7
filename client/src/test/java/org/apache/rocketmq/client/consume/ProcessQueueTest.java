package org.apache.rocketmq.client.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.junit.jupiter.api.Test;

/** The ring of cached messages, against a sorted map. */
class ProcessQueueTest {
    private final ProcessQueue queue = new ProcessQueue(new MessageQueue("TopicTest", "broker-a", 0), 0, 0);

    private static MessageExt message(long offset) {
        MessageExt message = new MessageExt();
        message.setQueueOffset(offset);
        message.setBody(new byte[10]);
        return message;
    }

    private static List<MessageExt> messages(long... offsets) {
        List<MessageExt> messages = new ArrayList<>();
        for (long offset : offsets) {
            messages.add(message(offset));
        }
        return messages;
    }

    @Test
    void theOffsetToStoreIsTheSmallestOneLeft() {
        List<MessageExt> cached = messages(5, 6, 7, 9);
        queue.add(new ArrayList<>(cached));
        assertThat(queue.remove(cached.subList(1, 3))).isEqualTo(5);
        assertThat(queue.remove(cached.subList(0, 1))).isEqualTo(9);
        assertThat(queue.remove(cached.subList(3, 4))).isEqualTo(10);
    }

    @Test
    void anEmptyQueueThatNeverHadAMessageHasNoOffsetToStore() {
        assertThat(queue.remove(messages(3))).isEqualTo(-1);
    }

    @Test
    void offsetsSeenBeforeAreLeftOut() {
        queue.add(messages(1, 2));
        List<MessageExt> again = messages(2, 3);
        queue.add(again);
        assertThat(again).extracting(MessageExt::getQueueOffset).containsExactly(3L);
        assertThat(queue.count()).isEqualTo(3);
    }

    @Test
    void orderlyConsumptionTakesCommitsAndReturns() {
        queue.add(messages(1, 2, 3, 4));
        assertThat(queue.startConsuming()).isTrue();
        assertThat(queue.startConsuming()).isFalse();
        assertThat(queue.take(2, 0)).extracting(MessageExt::getQueueOffset).containsExactly(1L, 2L);
        assertThat(queue.take(1, 0)).extracting(MessageExt::getQueueOffset).containsExactly(3L);
        queue.returnTaken(1);
        assertThat(queue.commitTaken()).isEqualTo(3);
        assertThat(queue.take(5, 0)).extracting(MessageExt::getQueueOffset).containsExactly(3L, 4L);
        queue.returnAllTaken();
        assertThat(queue.take(5, 0)).hasSize(2);
        assertThat(queue.commitTaken()).isEqualTo(5);
        assertThat(queue.take(5, 0)).isEmpty();
        assertThat(queue.count()).isZero();
        assertThat(queue.startConsuming()).isFalse();
    }

    @Test
    void randomRemovalsAgreeWithASortedMap() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        TreeMap<Long, MessageExt> model = new TreeMap<>();
        long next = 0;
        for (int round = 0; round < 20_000; round++) {
            if (model.size() < 500 && random.nextBoolean()) {
                List<MessageExt> added = new ArrayList<>();
                for (int i = random.nextInt(8); i >= 0; i--) {
                    next += 1 + random.nextInt(3);
                    added.add(message(next));
                }
                added.forEach(each -> model.put(each.getQueueOffset(), each));
                queue.add(added);
            } else if (!model.isEmpty()) {
                Long key = model.ceilingKey(model.firstKey() + random.nextInt(40));
                MessageExt removed = model.remove(key == null ? model.firstKey() : key);
                long expected = model.isEmpty() ? next + 1 : model.firstKey();
                assertThat(queue.remove(List.of(removed))).as("seed %d", seed).isEqualTo(expected);
            }
            assertThat(queue.count()).as("seed %d", seed).isEqualTo(model.size());
            long span = model.isEmpty() ? 0 : next - model.firstKey();
            assertThat(queue.span()).as("seed %d", seed).isEqualTo(span);
        }
    }
}
