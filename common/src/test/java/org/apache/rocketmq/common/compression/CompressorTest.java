package org.apache.rocketmq.common.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CompressorTest {

    @ParameterizedTest
    @EnumSource(CompressionType.class)
    void restoresWhatItCompressed(CompressionType type) throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Compressor compressor = CompressorFactory.getCompressor(type);
        for (int size : new int[] {1, 63, 4096, 70_000, 1 << 20}) {
            byte[] noise = new byte[size];
            random.nextBytes(noise);
            byte[] letters = new byte[size];
            for (int i = 0; i < size; i++) {
                letters[i] = (byte) ('a' + random.nextInt(4));
            }
            for (byte[] body : new byte[][] {new byte[size], noise, letters}) {
                assertThat(Arrays.equals(compressor.decompress(compressor.compress(body, 5)), body))
                        .as("%s, %d bytes, seed %d", type, size, seed)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ZLIB,785e", "LZ4,04224d18607073", "ZSTD,28b52ffd"})
    void beginsWithTheMagicOfItsFormat(CompressionType type, String magic) throws IOException {
        byte[] compressed = CompressorFactory.getCompressor(type).compress(new byte[5000], 5);

        assertThat(HexFormat.of().formatHex(compressed)).startsWith(magic);
    }

    @ParameterizedTest
    @EnumSource(CompressionType.class)
    void namesACutOffBodyAsAnError(CompressionType type) throws IOException {
        Compressor compressor = CompressorFactory.getCompressor(type);
        byte[] whole = compressor.compress(new byte[5000], 5);

        assertThatThrownBy(() -> compressor.decompress(Arrays.copyOf(whole, whole.length - 5)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void lz4SpansSeveralBlocksThatTheLibraryReads() throws IOException {
        byte[] body = new byte[(9 << 20) + 17];
        new Random(7).nextBytes(body);
        Arrays.fill(body, 0, 5 << 20, (byte) 3);

        byte[] frame = new Lz4Compressor().compress(body, 5);

        assertThat(Arrays.equals(new Lz4Compressor().decompress(frame), body)).isTrue();
        try (LZ4FrameInputStream in = new LZ4FrameInputStream(new java.io.ByteArrayInputStream(frame))) {
            assertThat(Arrays.equals(in.readAllBytes(), body)).isTrue();
        }
    }

    @Test
    void lz4ReadsFramesInOtherForms() throws IOException {
        byte[] body = "other forms carry sizes and checksums ".repeat(50).getBytes();
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        try (LZ4FrameOutputStream out = new LZ4FrameOutputStream(
                frame,
                LZ4FrameOutputStream.BLOCKSIZE.SIZE_64KB,
                body.length,
                LZ4FrameOutputStream.FLG.Bits.BLOCK_INDEPENDENCE,
                LZ4FrameOutputStream.FLG.Bits.CONTENT_CHECKSUM,
                LZ4FrameOutputStream.FLG.Bits.CONTENT_SIZE)) {
            out.write(body);
        }

        assertThat(new Lz4Compressor().decompress(frame.toByteArray())).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({"0,ZLIB", "1,LZ4", "2,ZSTD", "3,ZLIB"})
    void theTypeTravelsInBits8To10(int value, CompressionType type) {
        assertThat(MessageSysFlag.getCompressionType(value << 8 | MessageSysFlag.COMPRESSED_FLAG))
                .isEqualTo(type);
    }

    @Test
    void unknownTypesAreNamed() {
        assertThat(CompressionType.of(" lz4 ")).isEqualTo(CompressionType.LZ4);
        assertThatThrownBy(() -> CompressionType.of("x")).hasMessage("Unsupported compress type name: x");
        assertThatThrownBy(() -> MessageSysFlag.getCompressionType(0x400)).hasMessageContaining("4");
        assertThat(CompressionType.ZSTD.getCompressionFlag()).isEqualTo(MessageSysFlag.COMPRESSION_ZSTD_TYPE);
    }
}
