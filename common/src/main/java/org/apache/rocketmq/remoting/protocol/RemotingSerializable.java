package org.apache.rocketmq.remoting.protocol;

import org.apache.rocketmq.common.json.Json;

/** A body that travels as JSON. Subclasses are plain beans; the dialect is that of 4.9 peers. */
public abstract class RemotingSerializable {
    /** {@code obj} as the UTF-8 bytes of a body. */
    public static byte[] encode(Object obj) {
        return Json.writeBytes(obj);
    }

    /** {@code obj} as text, on one line or indented with tabs. */
    public static String toJson(Object obj, boolean prettyFormat) {
        return prettyFormat ? Json.writePretty(obj) : Json.write(obj);
    }

    /**
     * Reads a body. Unknown members are ignored, missing ones keep their default.
     *
     * @throws org.apache.rocketmq.common.json.JsonException when there is no body or it does not fit
     */
    public static <T> T decode(byte[] data, Class<T> classOfT) {
        return Json.read(data, classOfT);
    }

    /** {@link #decode} for text. */
    public static <T> T fromJson(String json, Class<T> classOfT) {
        return Json.read(json, classOfT);
    }

    public byte[] encode() {
        return Json.writeBytes(this);
    }

    public String toJson() {
        return toJson(false);
    }

    public String toJson(boolean prettyFormat) {
        return toJson(this, prettyFormat);
    }
}
