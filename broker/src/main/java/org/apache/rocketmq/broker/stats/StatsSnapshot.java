package org.apache.rocketmq.broker.stats;

/**
 * A counter over one window.
 *
 * @param sum what was added in the window
 * @param tps sum per second
 * @param averagePerTime sum per call, 0 when calls are not counted
 * @param times calls in the window
 */
public record StatsSnapshot(long sum, double tps, double averagePerTime, long times) {}
