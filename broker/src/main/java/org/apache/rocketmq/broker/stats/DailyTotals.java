package org.apache.rocketmq.broker.stats;

/** Totals as they stood at the last two local midnights. Written by the broker's timer, read by any thread. */
public final class DailyTotals {
    private volatile long putYesterdayMorning;
    private volatile long putTodayMorning;
    private volatile long getYesterdayMorning;
    private volatile long getTodayMorning;

    /** A day has ended. */
    void midnight(long putTotal, long getTotal) {
        putYesterdayMorning = putTodayMorning;
        putTodayMorning = putTotal;
        getYesterdayMorning = getTodayMorning;
        getTodayMorning = getTotal;
    }

    public long putYesterdayMorning() {
        return putYesterdayMorning;
    }

    public long putTodayMorning() {
        return putTodayMorning;
    }

    public long getYesterdayMorning() {
        return getYesterdayMorning;
    }

    public long getTodayMorning() {
        return getTodayMorning;
    }
}
