package org.apache.rocketmq.tools.command.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerFiguresTest {

    @Test
    void aBrokerThatJustStartedHasBlankRates() {
        BrokerFigures figures = new BrokerFigures(Map.of(
                "putTps", " ",
                "sendThreadPoolQueueSize", "0",
                "sendThreadPoolQueueHeadWaitTimeMills", "0",
                "getTransferedTps", ""));
        assertThat(figures.in()).isEqualTo("     0.00(0,0ms)");
        assertThat(figures.out()).isEqualTo("     0.00(,ms)");
    }

    @Test
    void theFirstRateIsShown() {
        assertThat(new BrokerFigures(Map.of("putTps", "2.5 1.25 0.5")).in()).startsWith("     2.50(");
    }
}
