package org.apache.rocketmq.common.compression;

import java.io.IOException;

/** One way to compress a message body. Implementations are thread-safe. Source: wire protocol, compression. */
public interface Compressor {

    /**
     * Compresses a whole body.
     *
     * @param level the library's own level; ignored where there is none
     */
    byte[] compress(byte[] src, int level) throws IOException;

    /**
     * Restores a whole body.
     *
     * @throws IOException if the input is damaged or cut off
     */
    byte[] decompress(byte[] src) throws IOException;
}
