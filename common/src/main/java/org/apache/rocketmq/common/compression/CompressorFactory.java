package org.apache.rocketmq.common.compression;

/** The compressor of each type. Thread-safe. */
public class CompressorFactory {
    // One holder per type: the native library of a type is loaded when the type is first used.
    private static final class Zlib {
        static final Compressor INSTANCE = new ZlibCompressor();
    }

    private static final class Lz4 {
        static final Compressor INSTANCE = new Lz4Compressor();
    }

    private static final class Zstd {
        static final Compressor INSTANCE = new ZstdCompressor();
    }

    public CompressorFactory() {}

    public static Compressor getCompressor(CompressionType type) {
        return switch (type) {
            case ZLIB -> Zlib.INSTANCE;
            case LZ4 -> Lz4.INSTANCE;
            case ZSTD -> Zstd.INSTANCE;
        };
    }
}
