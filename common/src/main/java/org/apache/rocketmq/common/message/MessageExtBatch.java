package org.apache.rocketmq.common.message;

import java.nio.ByteBuffer;

/** A batch on its way into the log: the body is a batch request body, {@code encodedBuff} its records once encoded. */
public class MessageExtBatch extends MessageExt {
    private transient ByteBuffer encodedBuff;

    public MessageExtBatch() {}

    /** A view of the batch request body. */
    public ByteBuffer wrap() {
        return ByteBuffer.wrap(getBody());
    }

    public ByteBuffer getEncodedBuff() {
        return encodedBuff;
    }

    public void setEncodedBuff(ByteBuffer encodedBuff) {
        this.encodedBuff = encodedBuff;
    }
}
