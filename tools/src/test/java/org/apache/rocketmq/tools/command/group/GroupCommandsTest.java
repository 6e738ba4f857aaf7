package org.apache.rocketmq.tools.command.group;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.tools.fixture.CommandLine;
import org.apache.rocketmq.tools.fixture.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupCommandsTest {
    private static final String MEMBERS =
            "{\"connectionSet\":[{\"clientAddr\":\"127.0.0.1:38806\",\"clientId\":\"127.0.0.1@24638#1165107425257\","
                    + "\"language\":\"JAVA\",\"version\":407}],\"consumeFromWhere\":\"CONSUME_FROM_FIRST_OFFSET\","
                    + "\"consumeType\":\"CONSUME_PASSIVELY\",\"messageModel\":\"CLUSTERING\",\"subscriptionTable\":"
                    + "{\"TopicTest\":{\"subString\":\"TagA || TagB\",\"topic\":\"TopicTest\"}}}";
    private static final String STATS =
            "{\"consumeTps\":0.5,\"offsetTable\":{{\"brokerName\":\"broker-a\",\"queueId\":1,\"topic\":\"TopicTest\"}:"
                    + "{\"brokerOffset\":254,\"consumerOffset\":250,\"lastTimestamp\":1795199054000},"
                    + "{\"brokerName\":\"broker-a\",\"queueId\":0,\"topic\":\"%RETRY%CG_sample\"}:"
                    + "{\"brokerOffset\":0,\"consumerOffset\":0,\"lastTimestamp\":0}}}";

    private final ScriptedServer server = new ScriptedServer();

    @BeforeEach
    void serveTopics() {
        server.serveTopics(1);
    }

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
    void progressOfAGroupIsOneRowPerQueue() {
        server.answer(RequestCode.GET_CONSUME_STATS, STATS);
        assertThat(printed("consumerProgress", "-g", "CG_sample"))
                .isEqualTo(
                        """
                        #Topic                                                            #Broker Name                      #QID  #Broker Offset        #Consumer Offset      #Diff                 #LastTime
                        %RETRY%CG_sample                                                  broker-a                          0     0                     0                     0                     N/A
                        TopicTest                                                         broker-a                          1     254                   250                   4                     2026-11-21 02:24:14

                        Consume TPS: 0.50
                        Diff Total: 4
                        """);
        assertThat(server.received(RequestCode.GET_ROUTEINFO_BY_TOPIC))
                .anyMatch(request -> "%RETRY%CG_sample".equals(request.fields().get("topic")));
    }

    @Test
    void progressCanShowTheMachineOfEachQueue() {
        server.answer(RequestCode.GET_CONSUME_STATS, STATS);
        server.answer(RequestCode.GET_CONSUMER_CONNECTION_LIST, MEMBERS);
        server.answer(
                RequestCode.GET_CONSUMER_RUNNING_INFO,
                "{\"mqTable\":{{\"brokerName\":\"broker-a\",\"queueId\":1,\"topic\":\"TopicTest\"}:{\"commitOffset\":250}},"
                        + "\"properties\":{},\"statusTable\":{},\"subscriptionSet\":[]}");
        assertThat(printed("consumerProgress", "-g", "CG_sample", "-s", "true"))
                .startsWith(
                        """
                        #Topic                                                            #Broker Name                      #QID  #Broker Offset        #Consumer Offset      #Client IP           #Diff                 #LastTime
                        %RETRY%CG_sample                                                  broker-a                          0     0                     0                     N/A                  0                     N/A
                        TopicTest                                                         broker-a                          1     254                   250                   127.0.0.1            4                     2026-11-21 02:24:14
                        """);
    }

    @Test
    void theSummaryHasOneRowPerRetryTopic() {
        server.answer(
                RequestCode.GET_ALL_TOPIC_LIST_FROM_NAMESERVER, "{\"topicList\":[\"TopicTest\",\"%RETRY%CG_sample\"]}");
        server.answer(RequestCode.GET_CONSUME_STATS, STATS);
        server.answer(RequestCode.GET_CONSUMER_CONNECTION_LIST, MEMBERS);
        String heading =
                "#Group                                                            #Count  #Version                 #Type"
                        + "  #Model          #TPS     #Diff Total\n";
        assertThat(printed("consumerProgress"))
                .isEqualTo(heading
                        + "CG_sample                                                         1       V4_9_7                   PUSH"
                        + "   CLUSTERING      0        4\n");

        server.refuse(RequestCode.GET_CONSUMER_CONNECTION_LIST, ResponseCode.CONSUMER_NOT_ONLINE, "not online");
        assertThat(printed("consumerProgress"))
                .isEqualTo(heading
                        + "CG_sample                                                         0       OFFLINE                      "
                        + "                   0        4\n");
    }

    @Test
    void theMembersOfAGroupAreListedWithItsSubscription() {
        server.answer(RequestCode.GET_CONSUMER_CONNECTION_LIST, MEMBERS);
        assertThat(printed("consumerConnection", "-g", "CG_sample"))
                .isEqualTo(
                        """
                        #ClientId                            #ClientAddr            #Language  #Version
                        127.0.0.1@24638#1165107425257        127.0.0.1:38806        JAVA       V4_9_7

                        Below is subscription:
                        #Topic               #SubExpression
                        TopicTest            TagA || TagB

                        ConsumeType: CONSUME_PASSIVELY
                        MessageModel: CLUSTERING
                        ConsumeFromWhere: CONSUME_FROM_FIRST_OFFSET
                        """);
    }

    @Test
    void anOfflineGroupFailsWithTheBrokersCode() {
        server.refuse(
                RequestCode.GET_CONSUMER_CONNECTION_LIST,
                ResponseCode.CONSUMER_NOT_ONLINE,
                "the consumer group[SubG1] not online");
        CommandLine run = CommandLine.run(server, "consumerConnection", "-g", "SubG1", "-b", server.address());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("mqadmin consumerConnection: CODE: 206  DESC: the consumer group[SubG1] not online"
                        + " BROKER: 127.0.0.1:10911")
                .hasLineCount(1);
    }

    @Test
    void producersAreNumbered() {
        server.answer(
                RequestCode.GET_PRODUCER_CONNECTION_LIST,
                "{\"connectionSet\":[{\"clientAddr\":\"127.0.0.1:38796\",\"clientId\":\"127.0.0.1@24640#1164838139139\","
                        + "\"language\":\"JAVA\",\"version\":407}]}");
        assertThat(printed("producerConnection", "-g", "PG_sample", "-t", "TopicTest"))
                .isEqualTo("0001  127.0.0.1@24640#1164838139139    127.0.0.1:38796        JAVA     V4_9_7\n");
    }

    @Test
    void aGroupIsCreatedFromTheDefaultsOfTheCommand() {
        server.accept(RequestCode.UPDATE_AND_CREATE_SUBSCRIPTIONGROUP);
        assertThat(printed("updateSubGroup", "-b", server.address(), "-g", "SubG1"))
                .isEqualTo("create subscription group to 127.0.0.1:10911 success.\n"
                        + "SubscriptionGroupConfig [groupName=SubG1, consumeEnable=true, consumeFromMinEnable=false,"
                        + " consumeBroadcastEnable=false, retryQueueNums=1, retryMaxTimes=16, brokerId=0,"
                        + " whichBrokerWhenConsumeSlowly=1, notifyConsumerIdsChangedEnable=true]\n");
    }

    @Test
    void deletingAGroupOfAClusterAlsoDeletesItsTopics() {
        server.accept(RequestCode.DELETE_SUBSCRIPTIONGROUP);
        server.accept(RequestCode.DELETE_TOPIC_IN_BROKER);
        server.accept(RequestCode.DELETE_TOPIC_IN_NAMESRV);
        assertThat(printed("deleteSubGroup", "-c", "DefaultCluster", "-g", "SubG2", "-r", "true"))
                .isEqualTo(
                        """
                        delete subscription group [SubG2] from broker [127.0.0.1:10911] in cluster [DefaultCluster] success.
                        delete topic [%RETRY%SubG2] from cluster [DefaultCluster] success.
                        delete topic [%RETRY%SubG2] from NameServer success.
                        delete topic [%DLQ%SubG2] from cluster [DefaultCluster] success.
                        delete topic [%DLQ%SubG2] from NameServer success.
                        """);
        assertThat(server.received(RequestCode.DELETE_SUBSCRIPTIONGROUP).get(0).fields())
                .containsEntry("removeOffset", "true");
    }
}
