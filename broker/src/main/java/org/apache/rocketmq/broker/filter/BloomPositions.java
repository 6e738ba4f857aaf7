package org.apache.rocketmq.broker.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The bits that stand for one group in the filter bitmap of a topic, with the default error rate (20 %) and number of groups
 * (32). Peers of the 4.9 line drop a whole consumerFilter.json without them. Source: broker specification, bloom bitmap.
 */
public final class BloomPositions {
    private static final int BITS = 112;
    private static final int HASHES = 3;
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    private int bitNum;
    private int[] bitPos;

    static BloomPositions of(String group, String topic) {
        long hash = murmur3((group + "#" + topic).getBytes(UTF_8));
        int low = (int) hash;
        int high = (int) (hash >>> 32);
        var made = new BloomPositions();
        made.bitNum = BITS;
        made.bitPos = new int[HASHES];
        for (int i = 1; i <= HASHES; i++) {
            int combined = low + i * high;
            made.bitPos[i - 1] = (combined < 0 ? ~combined : combined) % BITS;
        }
        return made;
    }

    public int getBitNum() {
        return bitNum;
    }

    public void setBitNum(int bitNum) {
        this.bitNum = bitNum;
    }

    public int[] getBitPos() {
        return bitPos;
    }

    public void setBitPos(int[] bitPos) {
        this.bitPos = bitPos;
    }

    /** First 64 bits of the 128-bit MurmurHash3 (x64 form) with seed 0. */
    private static long murmur3(byte[] data) {
        ByteBuffer in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        long h1 = 0;
        long h2 = 0;
        while (in.remaining() >= 16) {
            h1 ^= mixFirst(in.getLong());
            h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
            h2 ^= mixSecond(in.getLong());
            h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
        }
        long k1 = 0;
        long k2 = 0;
        for (int i = in.remaining() - 1; i >= 0; i--) {
            long b = in.get(in.position() + i) & 0xFFL;
            if (i >= 8) {
                k2 |= b << (i - 8) * 8;
            } else {
                k1 |= b << i * 8;
            }
        }
        h1 ^= mixFirst(k1);
        h2 ^= mixSecond(k2);
        h1 ^= data.length;
        h2 ^= data.length;
        h1 += h2;
        h2 += h1;
        return finish(h1) + finish(h2);
    }

    private static long mixFirst(long k) {
        return Long.rotateLeft(k * C1, 31) * C2;
    }

    private static long mixSecond(long k) {
        return Long.rotateLeft(k * C2, 33) * C1;
    }

    private static long finish(long h) {
        long mixed = h;
        mixed = (mixed ^ mixed >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
