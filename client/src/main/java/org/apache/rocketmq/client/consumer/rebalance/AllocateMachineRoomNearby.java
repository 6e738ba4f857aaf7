package org.apache.rocketmq.client.consumer.rebalance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.rocketmq.client.consumer.AllocateMessageQueueStrategy;
import org.apache.rocketmq.common.message.MessageQueue;

/** Members share the queues of their own room; rooms without members are shared by all. Source: client behaviour, section 11.2. */
public class AllocateMachineRoomNearby extends AbstractAllocateMessageQueueStrategy {
    private final AllocateMessageQueueStrategy inner;
    private final MachineRoomResolver rooms;

    public AllocateMachineRoomNearby(
            AllocateMessageQueueStrategy allocateMessageQueueStrategy, MachineRoomResolver machineRoomResolver)
            throws NullPointerException {
        if (allocateMessageQueueStrategy == null) {
            throw new NullPointerException("allocateMessageQueueStrategy is null");
        }
        if (machineRoomResolver == null) {
            throw new NullPointerException("machineRoomResolver is null");
        }
        this.inner = allocateMessageQueueStrategy;
        this.rooms = machineRoomResolver;
    }

    /** Tells in which room brokers and members stand. */
    public interface MachineRoomResolver {
        String brokerDeployIn(MessageQueue messageQueue);

        String consumerDeployIn(String clientID);
    }

    @Override
    public String getName() {
        return "MACHINE_ROOM_NEARBY-" + inner.getName();
    }

    @Override
    public List<MessageQueue> allocate(
            String consumerGroup, String currentCID, List<MessageQueue> mqAll, List<String> cidAll) {
        if (!check(consumerGroup, currentCID, mqAll, cidAll)) {
            return new ArrayList<>();
        }
        TreeMap<String, List<MessageQueue>> queuesByRoom = new TreeMap<>();
        for (MessageQueue queue : mqAll) {
            queuesByRoom
                    .computeIfAbsent(roomOf(queue), room -> new ArrayList<>())
                    .add(queue);
        }
        Map<String, List<String>> membersByRoom = new HashMap<>();
        for (String member : cidAll) {
            membersByRoom
                    .computeIfAbsent(roomOf(member), room -> new ArrayList<>())
                    .add(member);
        }
        String myRoom = roomOf(currentCID);
        List<MessageQueue> mine = new ArrayList<>();
        List<MessageQueue> near = queuesByRoom.remove(myRoom);
        if (near != null && !near.isEmpty()) {
            mine.addAll(inner.allocate(consumerGroup, currentCID, near, membersByRoom.get(myRoom)));
        }
        for (Map.Entry<String, List<MessageQueue>> other : queuesByRoom.entrySet()) {
            if (!membersByRoom.containsKey(other.getKey())) {
                mine.addAll(inner.allocate(consumerGroup, currentCID, other.getValue(), cidAll));
            }
        }
        return mine;
    }

    private String roomOf(MessageQueue queue) {
        String room = rooms.brokerDeployIn(queue);
        if (room == null || room.isEmpty()) {
            throw new IllegalArgumentException("Machine room is null for mq " + queue);
        }
        return room;
    }

    private String roomOf(String member) {
        String room = rooms.consumerDeployIn(member);
        if (room == null || room.isEmpty()) {
            throw new IllegalArgumentException("Machine room is null for consumer id " + member);
        }
        return room;
    }
}
