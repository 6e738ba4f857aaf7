package org.apache.rocketmq.common.compression;

/** How a body is compressed. The values travel in bits 8 to 10 of the system flag. */
public enum CompressionType {
    LZ4(1),
    ZSTD(2),
    ZLIB(3);

    private final int value;

    CompressionType(int value) {
        this.value = value;
    }

    public int getValue() {
        return value;
    }

    /** The value at its place in the system flag. */
    public int getCompressionFlag() {
        return value << 8;
    }

    /**
     * By name, in any case, trimmed.
     *
     * @throws RuntimeException if there is no such type
     */
    public static CompressionType of(String name) {
        String wanted = name.trim();
        for (CompressionType type : values()) {
            if (type.name().equalsIgnoreCase(wanted)) {
                return type;
            }
        }
        throw new RuntimeException("Unsupported compress type name: " + name);
    }

    /**
     * By value; 0 means ZLIB, as senders before the bits existed leave it.
     *
     * @throws RuntimeException if there is no such type
     */
    public static CompressionType findByValue(int value) {
        return switch (value) {
            case 1 -> LZ4;
            case 2 -> ZSTD;
            case 0, 3 -> ZLIB;
            default -> throw new RuntimeException("Unknown compress type value: " + value);
        };
    }
}
