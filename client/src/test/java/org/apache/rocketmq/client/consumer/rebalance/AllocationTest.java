package org.apache.rocketmq.client.consumer.rebalance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.rocketmq.client.consumer.AllocateMessageQueueStrategy;
import org.apache.rocketmq.common.message.MessageQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets which queue; the vectors come from runs of official clients. */
class AllocationTest {
    private static final List<MessageQueue> QUEUES = IntStream.range(0, 8)
            .mapToObj(i -> new MessageQueue("TopicTest", i < 4 ? "broker-a" : "broker-b", i % 4))
            .toList();

    private static List<String> members(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(k -> "192.168.0." + k + "@c")
                .toList();
    }

    /** The indexes of each member's queues: members separated by {@code /}, none is {@code -}. */
    private static String shares(
            AllocateMessageQueueStrategy strategy, List<MessageQueue> queues, List<String> members) {
        return members.stream()
                .map(member -> strategy.allocate("g", member, queues, members).stream()
                        .map(queue -> String.valueOf(queues.indexOf(queue)))
                        .collect(Collectors.joining(" ")))
                .map(share -> share.isEmpty() ? "-" : share)
                .collect(Collectors.joining(" / "));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0 1 2 3 / 4 5 6 7, 0 2 4 6 / 1 3 5 7, 1 2 6 7 / 0 3 4 5",
        "3, 0 1 2 / 3 4 5 / 6 7, 0 3 6 / 1 4 7 / 2 5, 1 6 7 / 4 5 / 0 2 3",
        "5, 0 1 / 2 3 / 4 5 / 6 / 7, 0 5 / 1 6 / 2 7 / 3 / 4, 6 / 5 / 0 2 / 1 4 / 3 7",
        "9, 0 / 1 / 2 / 3 / 4 / 5 / 6 / 7 / -, 0 / 1 / 2 / 3 / 4 / 5 / 6 / 7 / -,"
                + " 6 / 5 / 0 2 / 1 / - / 7 / 3 4 / - / -"
    })
    void sharesMatchThoseOfOfficialClients(int count, String average, String circle, String hash) {
        List<String> members = members(count);
        assertThat(shares(new AllocateMessageQueueAveragely(), QUEUES, members)).isEqualTo(average);
        assertThat(shares(new AllocateMessageQueueAveragelyByCircle(), QUEUES, members))
                .isEqualTo(circle);
        assertThat(shares(new AllocateMessageQueueConsistentHash(), QUEUES, members))
                .isEqualTo(hash);
    }

    @Test
    void aStrangerGetsNothing() {
        assertThat(new AllocateMessageQueueAveragely().allocate("g", "stranger", QUEUES, members(2)))
                .isEmpty();
    }

    @Test
    void emptyInputIsRefused() {
        AllocateMessageQueueAveragely strategy = new AllocateMessageQueueAveragely();
        assertThatThrownBy(() -> strategy.allocate("g", "", QUEUES, members(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("currentCID is empty");
        assertThatThrownBy(() -> strategy.allocate("g", "c", List.of(), members(1)))
                .hasMessage("mqAll is null or mqAll empty");
        assertThatThrownBy(() -> strategy.allocate("g", "c", QUEUES, null))
                .hasMessage("cidAll is null or cidAll empty");
        assertThatThrownBy(() -> new AllocateMessageQueueConsistentHash(-1)).hasMessage("illegal virtualNodeCnt :-1");
    }

    @Test
    void roomsByNameShareOnlyTheirOwnQueues() {
        List<MessageQueue> queues = new ArrayList<>();
        for (String broker : List.of("room1@a", "room2@b", "plain")) {
            queues.add(new MessageQueue("T", broker, 0));
            queues.add(new MessageQueue("T", broker, 1));
            queues.add(new MessageQueue("T", broker, 2));
        }
        AllocateMessageQueueByMachineRoom strategy = new AllocateMessageQueueByMachineRoom();
        strategy.setConsumeridcs(Set.of("room1"));
        assertThat(shares(strategy, queues, members(2))).isEqualTo("0 2 / 1");
    }

    @Test
    void nearbyRoomsComeFirstAndDesertedRoomsAreShared() {
        AllocateMachineRoomNearby strategy = new AllocateMachineRoomNearby(
                new AllocateMessageQueueAveragely(), new AllocateMachineRoomNearby.MachineRoomResolver() {
                    @Override
                    public String brokerDeployIn(MessageQueue messageQueue) {
                        return messageQueue.getBrokerName();
                    }

                    @Override
                    public String consumerDeployIn(String clientID) {
                        return clientID.substring(0, clientID.indexOf('/'));
                    }
                });
        assertThat(strategy.getName()).isEqualTo("MACHINE_ROOM_NEARBY-AVG");
        assertThat(shares(strategy, QUEUES, Arrays.asList("broker-a/1", "broker-a/2")))
                .isEqualTo("0 1 4 5 / 2 3 6 7");
        assertThat(shares(strategy, QUEUES, Arrays.asList("broker-a/1", "broker-b/2")))
                .isEqualTo("0 1 2 3 / 4 5 6 7");
    }
}
