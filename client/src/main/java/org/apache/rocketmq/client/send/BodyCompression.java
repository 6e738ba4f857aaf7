package org.apache.rocketmq.client.send;

import java.io.IOException;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.compression.CompressionType;
import org.apache.rocketmq.common.compression.Compressor;
import org.apache.rocketmq.common.compression.CompressorFactory;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compresses large bodies, by the system properties of the message format. Thread-safe. Source: wire protocol, 5.4. */
public final class BodyCompression {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);

    private final Compressor compressor;
    private final int level;
    private final int flags;

    private BodyCompression(CompressionType type, int level) {
        this.compressor = CompressorFactory.getCompressor(type);
        this.level = level;
        this.flags = MessageSysFlag.COMPRESSED_FLAG | type.getCompressionFlag();
    }

    /** Type {@code rocketmq.message.compressType} (ZLIB) and level {@code rocketmq.message.compressLevel} (5). */
    public static BodyCompression configured() {
        return new BodyCompression(
                CompressionType.of(System.getProperty(MixAll.MESSAGE_COMPRESS_TYPE, "ZLIB")),
                Integer.parseInt(System.getProperty(MixAll.MESSAGE_COMPRESS_LEVEL, "5")));
    }

    /** The system flag bits of a body that this compressed. */
    int flags() {
        return flags;
    }

    /** The compressed body (even if larger), or null when it cannot be compressed. */
    byte[] compress(byte[] body) {
        try {
            return compressor.compress(body, level);
        } catch (IOException e) {
            LOG.error("a body of {} bytes could not be compressed, it is sent as it is", body.length, e);
            return null;
        }
    }
}
