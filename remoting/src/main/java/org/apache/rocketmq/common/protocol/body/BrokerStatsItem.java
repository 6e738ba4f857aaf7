package org.apache.rocketmq.common.protocol.body;

/** One statistic over one span of time. */
public class BrokerStatsItem {
    /** Sum of the values. */
    private long sum;

    /** Values per second. */
    private double tps;

    /** Average value per call. */
    private double avgpt;

    public long getSum() {
        return sum;
    }

    public void setSum(long sum) {
        this.sum = sum;
    }

    public double getTps() {
        return tps;
    }

    public void setTps(double tps) {
        this.tps = tps;
    }

    public double getAvgpt() {
        return avgpt;
    }

    public void setAvgpt(double avgpt) {
        this.avgpt = avgpt;
    }
}
