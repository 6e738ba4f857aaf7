package org.apache.rocketmq.common.compression;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** One zlib stream (RFC 1950). Thread-safe. */
public class ZlibCompressor implements Compressor {
    private static final int CHUNK_BYTES = 8192;

    public ZlibCompressor() {}

    @Override
    public byte[] compress(byte[] src, int level) throws IOException {
        Deflater deflater = new Deflater(level);
        try {
            deflater.setInput(src);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(64, src.length / 2));
            byte[] chunk = new byte[Math.min(CHUNK_BYTES, src.length + 64)];
            while (!deflater.finished()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    @Override
    public byte[] decompress(byte[] src) throws IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(src);
            ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(64, src.length * 4));
            byte[] chunk = new byte[CHUNK_BYTES];
            while (!inflater.finished()) {
                int inflated = inflater.inflate(chunk);
                if (inflated == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new IOException("zlib body of " + src.length + " bytes is cut off");
                }
                out.write(chunk, 0, inflated);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new IOException("zlib body of " + src.length + " bytes is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
