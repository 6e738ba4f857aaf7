package org.apache.rocketmq.common.json;

/** Text that is not JSON, or JSON that does not fit the type it is read into. The message says where. */
public class JsonException extends RuntimeException {
    public JsonException(String message) {
        super(message);
    }

    public JsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
