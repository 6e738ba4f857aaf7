package org.apache.rocketmq.remoting.protocol;

/** The kind of request a client announces in ext field {@code ReqT}. Source: wire format, headers. */
public enum RequestType {
    STREAM;

    public byte getCode() {
        return 0;
    }

    /** The type of a code, or null for an unknown one. */
    public static RequestType valueOf(byte code) {
        return code == 0 ? STREAM : null;
    }
}
