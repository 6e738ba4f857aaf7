package org.apache.rocketmq.remoting.netty;

/** The largest frame this process accepts, length prefix included; read once. Source: wire format, frame. */
final class FrameLimit {
    static final String PROPERTY = "com.rocketmq.remoting.frameMaxLength";
    static final int MAX_FRAME_BYTES = Integer.parseInt(System.getProperty(PROPERTY, "16777216"));

    private FrameLimit() {}
}
