package org.apache.rocketmq.example.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** Message bodies that do not compress well. */
final class RandomBody {

    private static final byte[] LETTERS_AND_DIGITS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".getBytes(StandardCharsets.US_ASCII);

    private RandomBody() {}

    static byte[] of(int sizeBytes) {
        byte[] body = new byte[sizeBytes];
        for (int i = 0; i < sizeBytes; i++) {
            body[i] = LETTERS_AND_DIGITS[ThreadLocalRandom.current().nextInt(LETTERS_AND_DIGITS.length)];
        }
        return body;
    }
}
