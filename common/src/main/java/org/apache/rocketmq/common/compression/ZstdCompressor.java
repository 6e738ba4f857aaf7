package org.apache.rocketmq.common.compression;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** One zstd frame without checksum. Thread-safe. */
public class ZstdCompressor implements Compressor {
    /** Frames that claim a larger content are read as a stream, so that a false claim cannot take the heap. */
    private static final long TRUSTED_CONTENT_BYTES = 16L << 20;

    public ZstdCompressor() {}

    @Override
    public byte[] compress(byte[] src, int level) throws IOException {
        try {
            return Zstd.compress(src, level);
        } catch (ZstdException e) {
            throw new IOException("cannot compress a body of " + src.length + " bytes with zstd", e);
        }
    }

    @Override
    public byte[] decompress(byte[] src) throws IOException {
        long contentBytes = Zstd.getFrameContentSize(src);
        if (contentBytes > 0 && contentBytes <= TRUSTED_CONTENT_BYTES) {
            try {
                return Zstd.decompress(src, (int) contentBytes);
            } catch (ZstdException e) {
                throw new IOException("zstd body of " + src.length + " bytes is damaged", e);
            }
        }
        // Official senders leave the content size out.
        try (ZstdInputStreamNoFinalizer in = new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(src))) {
            return in.readAllBytes();
        }
    }
}
