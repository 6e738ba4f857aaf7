package org.apache.rocketmq.tools.command.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.tools.fixture.CommandLine;
import org.apache.rocketmq.tools.fixture.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrokerCommandsTest {
    private static final String FIGURES = "{\"table\":{\"brokerVersionDesc\":\"V4_9_8\",\"putTps\":\"1.5 2.0 3.0\","
            + "\"getTransferedTps\":\"12.25 1.0\",\"sendThreadPoolQueueSize\":\"7\","
            + "\"sendThreadPoolQueueHeadWaitTimeMills\":\"8\",\"pullThreadPoolQueueSize\":\"0\","
            + "\"pullThreadPoolQueueHeadWaitTimeMills\":\"0\",\"pageCacheLockTimeMills\":\"3\","
            + "\"commitLogDiskRatio\":\"0.25\",\"msgPutTotalTodayNow\":\"1020\",\"msgPutTotalTodayMorning\":\"20\","
            + "\"msgPutTotalYesterdayMorning\":\"5\",\"msgGetTotalTodayNow\":\"2027\",\"msgGetTotalTodayMorning\":\"0\","
            + "\"msgGetTotalYesterdayMorning\":\"0\"}}";

    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private String printed(String... words) {
        CommandLine run = CommandLine.run(server, words);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return run.out();
    }

    @Test
    void clustersAreListedWithTheLoadOfTheirBrokers() {
        server.answer(RequestCode.GET_BROKER_RUNTIME_INFO, FIGURES);
        assertThat(printed("clusterList"))
                .isEqualTo(
                        """
                        #Cluster Name     #Broker Name            #BID  #Addr                  #Version                #InTPS(LOAD)       #OutTPS(LOAD) #PCWait(ms) #Hour #SPACE
                        DefaultCluster    broker-a                0     127.0.0.1:10911        V4_9_8                   1.50(7,8ms)        12.25(0,0ms)          3  0.00 0.2500
                        """);
    }

    @Test
    void clustersCanBeListedWithTheTotalsOfTheirBrokers() {
        server.answer(RequestCode.GET_BROKER_RUNTIME_INFO, FIGURES);
        assertThat(printed("clusterList", "-m"))
                .isEqualTo(
                        """
                        #Cluster Name     #Broker Name                       #InTotalYest  #OutTotalYest  #InTotalToday #OutTotalToday
                        DefaultCluster    broker-a                                     15              0           1000           2027
                        """);
    }

    @Test
    void aBrokerThatFailsHasAnEmptyRowAndTheStatusTellsIt() {
        CommandLine run = CommandLine.run(server, "clusterList");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .endsWith("DefaultCluster    broker-a                0     127.0.0.1:10911                             "
                        + "      0.00(,ms)           0.00(,ms)             0.00 0.0000\n");
        assertThat(run.err())
                .startsWith("mqadmin clusterList: broker 127.0.0.1:10911: ")
                .hasLineCount(1);
    }

    @Test
    void figuresAreSortedByName() {
        server.answer(
                RequestCode.GET_BROKER_RUNTIME_INFO, "{\"table\":{\"putTps\":\"0.0 0.0 \",\"bootTimestamp\":\"1\"}}");
        assertThat(printed("brokerStatus", "-b", server.address()))
                .isEqualTo("bootTimestamp                   : 1\nputTps                          : 0.0 0.0 \n");
        assertThat(printed("brokerStatus", "-c", "DefaultCluster"))
                .startsWith("127.0.0.1:10911          bootTimestamp                   : 1\n");
    }

    @Test
    void settingsArePrintedBelowTheAddress() {
        server.answer(RequestCode.GET_BROKER_CONFIG, "shortPollingTimeMills=1000\n");
        assertThat(printed("getBrokerConfig", "-b", server.address()))
                .isEqualTo("============127.0.0.1:10911============\n"
                        + "shortPollingTimeMills                             =  1000\n\n");
        assertThat(printed("getBrokerConfig", "-c", "DefaultCluster"))
                .startsWith("============Master: 127.0.0.1:10911============\n");
    }

    @Test
    void aSettingIsSentAsAProperty() {
        server.accept(RequestCode.UPDATE_BROKER_CONFIG);
        assertThat(printed("updateBrokerConfig", "-b", server.address(), "-k", "traceOn", "-v", "false"))
                .isEqualTo("update broker config success, 127.0.0.1:10911\n");
        assertThat(server.received(RequestCode.UPDATE_BROKER_CONFIG).get(0).body())
                .isEqualTo("traceOn=false\n");
    }

    @Test
    void progressOfAllGroupsHidesSmallLags() {
        String queue = "{\"brokerName\":\"broker-a\",\"queueId\":%d,\"topic\":\"TopicTest\"}:"
                + "{\"brokerOffset\":%d,\"consumerOffset\":254,\"lastTimestamp\":1795199054000}";
        server.answer(
                RequestCode.GET_BROKER_CONSUME_STATS,
                "{\"brokerAddr\":\"127.0.0.1:10911\",\"consumeStatsList\":[{\"CG_sample\":[{\"consumeTps\":0.0,"
                        + "\"offsetTable\":{" + queue.formatted(0, 254) + "," + queue.formatted(1, 264)
                        + "}}]}],\"totalDiff\":10}");
        assertThat(printed("brokerConsumeStats", "-b", server.address(), "-l", "5"))
                .isEqualTo(
                        """
                        #Topic                                                            #Group                                                            #Broker Name                      #QID  #Broker Offset        #Consumer Offset      #Diff                 #LastTime
                        TopicTest                                                         CG_sample                                                         broker-a                          1     264                   254                   10                    2026-11-21 02:24:14

                        Diff Total: 10
                        """);
    }
}
