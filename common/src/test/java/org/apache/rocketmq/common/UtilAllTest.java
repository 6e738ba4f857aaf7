package org.apache.rocketmq.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Small helpers that older programs call. */
class UtilAllTest {
    @Test
    void numbersAreWrittenAsFixedWidthHexadecimal() {
        char[] buffer = "..............".toCharArray();

        UtilAll.writeInt(buffer, 1, 0xABCD12);
        UtilAll.writeShort(buffer, 9, 0x7891AF);

        assertThat(new String(buffer)).isEqualTo(".00ABCD1291AF.");
    }

    @Test
    void textThatIsNoNumberBecomesTheDefault() {
        assertThat(UtilAll.asInt("7", 5)).isEqualTo(7);
        assertThat(UtilAll.asInt(" 7", 5)).isEqualTo(5);
        assertThat(UtilAll.asLong(null, 5)).isEqualTo(5);
    }

    @Test
    void whatIsCompressedComesBack() throws Exception {
        byte[] body = new byte[1000];

        assertThat(UtilAll.compress(body, 5)).hasSizeLessThan(100);
        assertThat(UtilAll.uncompress(UtilAll.compress(body, 5))).isEqualTo(body);
    }
}
