package org.apache.rocketmq.tools.command.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.tools.fixture.CommandLine;
import org.apache.rocketmq.tools.fixture.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicCommandsTest {
    private final ScriptedServer server = new ScriptedServer();

    @BeforeEach
    void serveTopics() {
        server.serveTopics(4);
        server.accept(RequestCode.UPDATE_AND_CREATE_TOPIC);
        server.accept(RequestCode.PUT_KV_CONFIG);
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
    void aRouteIsPrettyJson() {
        assertThat(printed("topicRoute", "-t", "TopicTest"))
                .isEqualTo(
                        """
                        {
                        	"brokerDatas":[
                        		{
                        			"brokerAddrs":{0:"127.0.0.1:10911"
                        			},
                        			"brokerName":"broker-a",
                        			"cluster":"DefaultCluster"
                        		}
                        	],
                        	"filterServerTable":{},
                        	"queueDatas":[
                        		{
                        			"brokerName":"broker-a",
                        			"perm":6,
                        			"readQueueNums":4,
                        			"topicSysFlag":0,
                        			"writeQueueNums":4
                        		}
                        	]
                        }
                        """);
    }

    @Test
    void aRouteCanBeATable() {
        assertThat(printed("topicRoute", "--topic", "TopicTest", "extra", "--list"))
                .isEqualTo(
                        """
                        #ClusterName                                  #BrokerName                      #BrokerAddrs                                       #ReadQueue #WriteQueue #Perm
                        DefaultCluster                                broker-a                         {0=127.0.0.1:10911}                                4          4           6   \s
                        --------------------------------------------------------------------------------------------------------------------------------------------------------------
                        Total:                                        1                                                                                   4          4               \s
                        """);
    }

    @Test
    void statusIsOneRowPerQueueWithAnEmptyTimeForUntouchedOnes() {
        server.answer(
                RequestCode.GET_TOPIC_STATS_INFO,
                "{\"offsetTable\":{{\"brokerName\":\"broker-a\",\"queueId\":1,\"topic\":\"TopicTest\"}:"
                        + "{\"lastUpdateTimestamp\":0,\"maxOffset\":0,\"minOffset\":0},"
                        + "{\"brokerName\":\"broker-a\",\"queueId\":0,\"topic\":\"TopicTest\"}:"
                        + "{\"lastUpdateTimestamp\":1795198762355,\"maxOffset\":253,\"minOffset\":0}}}");
        assertThat(printed("topicStatus", "-t", "TopicTest"))
                .isEqualTo("#Broker Name                      #QID  #Min Offset           #Max Offset             #Last"
                        + " Updated\n"
                        + "broker-a                          0     0                     253                     "
                        + "2026-11-21 02:19:22,355\n"
                        + "broker-a                          1     0                     0                       \n");
    }

    @Test
    void topicsAreOnePerLine() {
        server.answer(RequestCode.GET_ALL_TOPIC_LIST_FROM_NAMESERVER, "{\"topicList\":[\"TopicTest\"]}");
        assertThat(printed("topicList")).isEqualTo("TopicTest\n");
    }

    @Test
    void topicsCanBeListedWithTheirGroups() {
        server.answer(RequestCode.GET_ALL_TOPIC_LIST_FROM_NAMESERVER, "{\"topicList\":[\"TopicTest\",\"%RETRY%CG\"]}");
        server.answer(RequestCode.QUERY_TOPIC_CONSUME_BY_WHO, "{\"groupList\":[\"CG_sample\"]}");
        assertThat(printed("topicList", "-c"))
                .isEqualTo("#Cluster Name         #Topic                                            #Consumer Group"
                        + " ".repeat(33) + "\nDefaultCluster        TopicTest" + " ".repeat(57) + "CG_sample"
                        + " ".repeat(55) + "\n");
    }

    @Test
    void aTopicIsCreatedOnOneBroker() {
        assertThat(printed("updateTopic", "-b", server.address(), "-t", "TopicX", "-r", "4", "-w", "4"))
                .isEqualTo("create topic to 127.0.0.1:10911 success.\n"
                        + "TopicConfig [topicName=TopicX, readQueueNums=4, writeQueueNums=4, perm=RW-,"
                        + " topicFilterType=SINGLE_TAG, topicSysFlag=0, order=false]\n");
        assertThat(server.received(RequestCode.UPDATE_AND_CREATE_TOPIC).get(0).fields())
                .containsEntry("topic", "TopicX")
                .containsEntry("defaultTopic", "TBW102")
                .containsEntry("perm", "6")
                .containsEntry("order", "false");
    }

    @Test
    void anOrderedTopicOfAClusterGetsAnOrderEntry() {
        assertThat(printed("updateTopic", "-c", "DefaultCluster", "-t", "TopicO", "-o", "true"))
                .isEqualTo("create topic to 127.0.0.1:10911 success.\n"
                        + "set cluster orderConf. isOrder=true, orderConf=[broker-a:8]"
                        + "TopicConfig [topicName=TopicO, readQueueNums=8, writeQueueNums=8, perm=RW-,"
                        + " topicFilterType=SINGLE_TAG, topicSysFlag=0, order=true]\n");
        assertThat(server.received(RequestCode.PUT_KV_CONFIG).get(0).fields())
                .containsEntry("namespace", "ORDER_TOPIC_CONFIG")
                .containsEntry("key", "TopicO")
                .containsEntry("value", "broker-a:8");
    }

    @Test
    void anUnknownClusterEndsTheCommand() {
        CommandLine run = CommandLine.run(server, "updateTopic", "-c", "NoCluster", "-t", "T");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .isEqualTo("[error] Make sure the specified clusterName exists or the name server connected to is"
                        + " correct.\n");
        assertThat(run.err()).contains("cluster NoCluster is unknown").contains("[DefaultCluster]");
    }

    @Test
    void aPermissionChangeTellsBothPermissions() {
        assertThat(printed("updateTopicPerm", "-b", server.address(), "-t", "TopicX", "-p", "4"))
                .isEqualTo("update topic perm from 6 to 4 in 127.0.0.1:10911 success.\n"
                        + "TopicConfig [topicName=TopicX, readQueueNums=4, writeQueueNums=4, perm=R--,"
                        + " topicFilterType=SINGLE_TAG, topicSysFlag=0, order=false].\n");
        assertThat(printed("updateTopicPerm", "-b", server.address(), "-t", "TopicX", "-p", "6"))
                .isEqualTo("new perm equals to the old one!\n");
    }

    @Test
    void aTopicIsDeletedFromMastersAndNameServers() {
        server.accept(RequestCode.DELETE_TOPIC_IN_BROKER);
        server.accept(RequestCode.DELETE_TOPIC_IN_NAMESRV);
        assertThat(printed("deleteTopic", "-c", "DefaultCluster", "-t", "TopicX"))
                .isEqualTo("delete topic [TopicX] from cluster [DefaultCluster] success.\n"
                        + "delete topic [TopicX] from NameServer success.\n");
        assertThat(server.received(RequestCode.DELETE_TOPIC_IN_NAMESRV).get(0).fields())
                .containsEntry("clusterName", "DefaultCluster");
    }

    @Test
    void theOrderEntryOfOneBrokerReplacesOnlyItsOwn() {
        server.on(
                RequestCode.GET_KV_CONFIG,
                request -> ScriptedServer.success(new byte[0], Map.of("value", "broker-a:4;broker-b:4")));
        assertThat(printed("updateTopic", "-b", server.address(), "-t", "TopicP", "-o", "true", "-p", "4"))
                .startsWith("set broker orderConf. isOrder=true, orderConf=[broker-a:8]create topic to ");
        assertThat(server.received(RequestCode.PUT_KV_CONFIG).get(0).fields())
                .containsEntry("value", "broker-a:8;broker-b:4");
    }
}
