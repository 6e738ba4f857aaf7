package org.apache.rocketmq.remoting.protocol;

/** The two header serializations; the code is the top byte of the header word. Source: wire format, frame. */
public enum SerializeType {
    JSON,
    ROCKETMQ;

    public byte getCode() {
        return (byte) ordinal();
    }

    /** The serialization of a code, or null for an unknown one. */
    public static SerializeType valueOf(byte code) {
        return switch (code) {
            case 0 -> JSON;
            case 1 -> ROCKETMQ;
            default -> null;
        };
    }
}
