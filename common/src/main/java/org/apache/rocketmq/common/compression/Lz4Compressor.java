package org.apache.rocketmq.common.compression;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4SafeDecompressor;

/**
 * The LZ4 frame format with independent blocks of up to 4 MB, no checksums and no content size. Thread-safe.
 *
 * <pre>
 * magic 04 22 4D 18 | FLG 60 | BD 70 | header checksum 73 | { int32 LE block size, block }* | int32 0
 * </pre>
 *
 * The library's frame streams allocate two buffers of the block size per body, 8 MB for a few kilobytes; that is why
 * the frame is written and, in its usual form, read here. Other forms of the frame go through the library.
 */
public class Lz4Compressor implements Compressor {
    private static final byte[] HEADER = {0x04, 0x22, 0x4D, 0x18, 0x60, 0x70, 0x73};
    private static final int BLOCK_BYTES = 4 << 20;
    private static final int UNCOMPRESSED_BLOCK = 0x80000000;
    private static final int SMALLEST_GUESS_BYTES = 1024;

    private final LZ4Compressor compressor = LZ4Factory.fastestInstance().fastCompressor();
    private final LZ4SafeDecompressor decompressor =
            LZ4Factory.fastestInstance().safeDecompressor();

    public Lz4Compressor() {}

    @Override
    public byte[] compress(byte[] src, int level) throws IOException {
        int blocks = (src.length + BLOCK_BYTES - 1) / BLOCK_BYTES;
        int bound = compressor.maxCompressedLength(Math.min(src.length, BLOCK_BYTES));
        ByteBuffer frame = ByteBuffer.allocate(Math.addExact(HEADER.length + 4, Math.multiplyExact(blocks, bound + 4)))
                .order(ByteOrder.LITTLE_ENDIAN);
        frame.put(HEADER);
        for (int at = 0; at < src.length; at += BLOCK_BYTES) {
            putBlock(src, at, Math.min(BLOCK_BYTES, src.length - at), frame);
        }
        frame.putInt(0);
        return Arrays.copyOf(frame.array(), frame.position());
    }

    private void putBlock(byte[] src, int offset, int length, ByteBuffer frame) {
        int sizeAt = frame.position();
        int dataAt = sizeAt + Integer.BYTES;
        int compressed = compressor.compress(src, offset, length, frame.array(), dataAt, frame.capacity() - dataAt);
        if (compressed < length) {
            frame.putInt(compressed).position(dataAt + compressed);
        } else {
            frame.putInt(length | UNCOMPRESSED_BLOCK).put(src, offset, length);
        }
    }

    @Override
    public byte[] decompress(byte[] src) throws IOException {
        if (!Arrays.equals(src, 0, Math.min(HEADER.length, src.length), HEADER, 0, HEADER.length)) {
            return decompressAnyFrame(src);
        }
        try {
            return decompressUsualFrame(ByteBuffer.wrap(src).order(ByteOrder.LITTLE_ENDIAN));
        } catch (LZ4Exception e) {
            throw new IOException("lz4 body of " + src.length + " bytes is damaged", e);
        }
    }

    private static byte[] decompressAnyFrame(byte[] src) throws IOException {
        try (LZ4FrameInputStream in = new LZ4FrameInputStream(new ByteArrayInputStream(src))) {
            return in.readAllBytes();
        } catch (LZ4Exception e) {
            throw new IOException("lz4 body of " + src.length + " bytes is damaged", e);
        }
    }

    private byte[] decompressUsualFrame(ByteBuffer frame) throws IOException {
        frame.position(HEADER.length);
        byte[] only = null;
        ByteArrayOutputStream several = null;
        while (true) {
            if (frame.remaining() < Integer.BYTES) {
                throw cutOff(frame);
            }
            int word = frame.getInt();
            if (word == 0) {
                break;
            }
            byte[] block = nextBlock(frame, word);
            if (only == null) {
                only = block;
            } else {
                if (several == null) {
                    several = new ByteArrayOutputStream(only.length * 2);
                    several.writeBytes(only);
                }
                several.writeBytes(block);
            }
        }
        if (several != null) {
            return several.toByteArray();
        }
        return only == null ? new byte[0] : only;
    }

    private byte[] nextBlock(ByteBuffer frame, int word) throws IOException {
        int length = word & ~UNCOMPRESSED_BLOCK;
        if (length > frame.remaining()) {
            throw cutOff(frame);
        }
        int offset = frame.position();
        frame.position(offset + length);
        if ((word & UNCOMPRESSED_BLOCK) != 0) {
            return Arrays.copyOfRange(frame.array(), offset, offset + length);
        }
        return inflate(frame.array(), offset, length);
    }

    /** The inflated size is not transmitted: guess, and double while the block does not fit. */
    private byte[] inflate(byte[] src, int offset, int length) {
        int guess = Math.min(BLOCK_BYTES, Math.max(SMALLEST_GUESS_BYTES, length * 4));
        while (true) {
            byte[] block = new byte[guess];
            try {
                int inflated = decompressor.decompress(src, offset, length, block, 0, guess);
                return inflated == guess ? block : Arrays.copyOf(block, inflated);
            } catch (LZ4Exception e) {
                if (guess == BLOCK_BYTES) {
                    throw e;
                }
                guess = Math.min(BLOCK_BYTES, guess * 2);
            }
        }
    }

    private static IOException cutOff(ByteBuffer frame) {
        return new IOException("lz4 body of " + frame.capacity() + " bytes is cut off");
    }
}
