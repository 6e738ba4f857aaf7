package org.apache.rocketmq.client.stat;

import org.apache.rocketmq.common.protocol.body.ConsumeStatus;

/**
 * What one group did with one topic: last minute in slots of 10 s, last hour in slots of 10 min. Thread-safe. Source:
 * client behaviour, section 14.1.
 */
public final class TopicCounters {
    private static final int SLOTS = 6;
    private static final long MINUTE_SLOT_MILLIS = 10_000;
    private static final long HOUR_SLOT_MILLIS = 600_000;
    private static final long MINUTE_MILLIS = 60_000;

    private final long sinceMillis;
    private final WindowedCount pullTimes = minute();
    private final WindowedCount pulled = minute();
    private final WindowedCount consumeTimes = minute();
    private final WindowedCount consumeTimesOfHour = hour();
    private final WindowedCount succeeded = minute();
    private final WindowedCount failed = minute();
    private final WindowedCount failedOfHour = hour();

    TopicCounters(long nowMillis) {
        this.sinceMillis = nowMillis;
    }

    private static WindowedCount minute() {
        return new WindowedCount(SLOTS, MINUTE_SLOT_MILLIS);
    }

    private static WindowedCount hour() {
        return new WindowedCount(SLOTS, HOUR_SLOT_MILLIS);
    }

    public void pullTook(long nowMillis, long millis) {
        pullTimes.add(nowMillis, millis, 1);
    }

    public void pulled(long nowMillis, long messages) {
        pulled.add(nowMillis, messages, 1);
    }

    public void listenerTook(long nowMillis, long millis) {
        consumeTimes.add(nowMillis, millis, 1);
        consumeTimesOfHour.add(nowMillis, millis, 1);
    }

    public void succeeded(long nowMillis, long messages) {
        succeeded.add(nowMillis, messages, 1);
    }

    public void failed(long nowMillis, long messages) {
        failed.add(nowMillis, messages, 1);
        failedOfHour.add(nowMillis, messages, 1);
    }

    ConsumeStatus status(long nowMillis) {
        ConsumeStatus status = new ConsumeStatus();
        status.setPullRT(pullTimes.mean(nowMillis));
        status.setPullTPS(perSecond(pulled, nowMillis));
        double recent = consumeTimes.mean(nowMillis);
        status.setConsumeRT(recent == 0 ? consumeTimesOfHour.mean(nowMillis) : recent);
        status.setConsumeOKTPS(perSecond(succeeded, nowMillis));
        status.setConsumeFailedTPS(perSecond(failed, nowMillis));
        status.setConsumeFailedMsgs(failedOfHour.sum(nowMillis));
        return status;
    }

    private double perSecond(WindowedCount count, long nowMillis) {
        long windowMillis = Math.min(MINUTE_MILLIS, Math.max(1_000, nowMillis - sinceMillis));
        return count.sum(nowMillis) * 1_000.0 / windowMillis;
    }
}
