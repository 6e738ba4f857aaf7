package org.apache.rocketmq.client.consumer.rebalance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.rocketmq.common.consistenthash.HashFunction;
import org.apache.rocketmq.common.message.MessageQueue;

/** Queues belong to the next member on a hash ring, so few move when members change. Source: client behaviour, section 11.2. */
public class AllocateMessageQueueConsistentHash extends AbstractAllocateMessageQueueStrategy {
    private final int virtualNodeCnt;
    private final HashFunction hashFunction;

    public AllocateMessageQueueConsistentHash() {
        this(10);
    }

    public AllocateMessageQueueConsistentHash(int virtualNodeCnt) {
        this(virtualNodeCnt, null);
    }

    /** With {@code virtualNodeCnt} places per member on the ring; hash function null = MD5. */
    public AllocateMessageQueueConsistentHash(int virtualNodeCnt, HashFunction customHashFunction) {
        if (virtualNodeCnt < 0) {
            throw new IllegalArgumentException("illegal virtualNodeCnt :" + virtualNodeCnt);
        }
        this.virtualNodeCnt = virtualNodeCnt;
        this.hashFunction =
                customHashFunction == null ? AllocateMessageQueueConsistentHash::md5Hash : customHashFunction;
    }

    @Override
    public String getName() {
        return "CONSISTENT_HASH";
    }

    @Override
    public List<MessageQueue> allocate(
            String consumerGroup, String currentCID, List<MessageQueue> mqAll, List<String> cidAll) {
        if (!check(consumerGroup, currentCID, mqAll, cidAll)) {
            return new ArrayList<>();
        }
        TreeMap<Long, String> ring = new TreeMap<>();
        for (String member : cidAll) {
            for (int i = 0; i < virtualNodeCnt; i++) {
                ring.put(hashFunction.hash(member + "-" + i), member);
            }
        }
        List<MessageQueue> mine = new ArrayList<>();
        for (MessageQueue queue : mqAll) {
            if (currentCID.equals(owner(ring, hashFunction.hash(queue.toString())))) {
                mine.add(queue);
            }
        }
        return mine;
    }

    private static String owner(TreeMap<Long, String> ring, long hash) {
        if (ring.isEmpty()) {
            return null;
        }
        Map.Entry<Long, String> next = ring.ceilingEntry(hash);
        return next == null ? ring.firstEntry().getValue() : next.getValue();
    }

    /** The first four bytes of the MD5 digest as an unsigned number. */
    private static long md5Hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(key.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getInt() & 0xFFFFFFFFL;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
