package org.apache.rocketmq.common.protocol.body;

/** Speed of one consumer in one topic, over its last minute. */
public class ConsumeStatus {
    /** Pull round trip, ms. */
    private double pullRT;

    /** Messages pulled per second. */
    private double pullTPS;

    /** Time in the listener, ms. */
    private double consumeRT;

    /** Messages consumed per second. */
    private double consumeOKTPS;

    /** Messages failed per second. */
    private double consumeFailedTPS;

    /** Messages failed in the last hour. */
    private long consumeFailedMsgs;

    public double getPullRT() {
        return pullRT;
    }

    public void setPullRT(double pullRT) {
        this.pullRT = pullRT;
    }

    public double getPullTPS() {
        return pullTPS;
    }

    public void setPullTPS(double pullTPS) {
        this.pullTPS = pullTPS;
    }

    public double getConsumeRT() {
        return consumeRT;
    }

    public void setConsumeRT(double consumeRT) {
        this.consumeRT = consumeRT;
    }

    public double getConsumeOKTPS() {
        return consumeOKTPS;
    }

    public void setConsumeOKTPS(double consumeOKTPS) {
        this.consumeOKTPS = consumeOKTPS;
    }

    public double getConsumeFailedTPS() {
        return consumeFailedTPS;
    }

    public void setConsumeFailedTPS(double consumeFailedTPS) {
        this.consumeFailedTPS = consumeFailedTPS;
    }

    public long getConsumeFailedMsgs() {
        return consumeFailedMsgs;
    }

    public void setConsumeFailedMsgs(long consumeFailedMsgs) {
        this.consumeFailedMsgs = consumeFailedMsgs;
    }
}
