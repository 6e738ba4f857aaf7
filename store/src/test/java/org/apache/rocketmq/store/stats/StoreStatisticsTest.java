package org.apache.rocketmq.store.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreStatisticsTest {
    private final StoreStatistics statistics = new StoreStatistics(0);

    private Map<String, String> describe(long nowMillis) {
        Map<String, String> table = new LinkedHashMap<>();
        statistics.describe(table, nowMillis);
        return table;
    }

    @Test
    void ratesAppearWindowByWindow() {
        for (int second = 1; second <= 70; second++) {
            statistics.countPut(10, 1000, 0);
            statistics.sample(second * 1000L);
            if (second == 5) {
                assertThat(describe(5000)).containsEntry("putTps", "10.0  ");
            }
        }
        assertThat(describe(70_000)).containsEntry("putTps", "10.0 10.0 ").containsEntry("getTotalTps", "0.0 0.0 0.0");
    }

    @Test
    void thePreviousMinuteIsShown() {
        statistics.countPut(1, 10, 0);
        statistics.countPut(1, 10, 7);
        statistics.countPut(1, 10, 12_000);
        assertThat(describe(1000)).containsEntry("putMessageDistributeTime", "null");
        statistics.sample(60_000);
        assertThat(describe(60_000))
                .containsEntry(
                        "putMessageDistributeTime",
                        "[<=0ms]:1 [0~10ms]:1 [10~50ms]:0 [50~100ms]:0 [100~200ms]:0 [200~500ms]:0 [500ms~1s]:0 "
                                + "[1~2s]:0 [2~3s]:0 [3~4s]:0 [4~5s]:0 [5~10s]:0 [10s~]:1 ")
                .containsEntry("putMessageEntireTimeMax", "12000")
                .containsEntry("putMessageAverageSize", "10.0")
                .containsEntry("runtime", "[ 0 days, 0 hours, 1 minutes, 0 seconds ]");
    }

    @Test
    void percentilesAreLinearWithinTheirClass() {
        long[] counts = new long[76];
        counts[10] = 100;
        assertThat(LatencyHistogram.percentile(counts, 0.5)).isEqualTo(10.5);
        assertThat(LatencyHistogram.percentile(new long[76], 0.99)).isZero();
    }
}
