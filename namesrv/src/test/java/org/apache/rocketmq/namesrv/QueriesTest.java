package org.apache.rocketmq.namesrv;

import static org.apache.rocketmq.namesrv.Requests.register;
import static org.apache.rocketmq.namesrv.Requests.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.body.TopicList;
import org.apache.rocketmq.common.protocol.header.GetTopicsByClusterRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.AddWritePermOfBrokerRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.AddWritePermOfBrokerResponseHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.DeleteKVConfigRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.DeleteTopicFromNamesrvRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.GetKVConfigRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.GetKVConfigResponseHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.GetKVListByNamespaceRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.PutKVConfigRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.WipeWritePermOfBrokerRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.WipeWritePermOfBrokerResponseHeader;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest {
    private static final int UNKNOWN_CODE = 9_999;

    @TempDir
    private Path folder;

    private TestNameServer server;
    private TestPeer broker;
    private TestPeer client;

    @BeforeEach
    void start() throws Exception {
        server = new TestNameServer(folder);
        broker = server.connect();
        client = server.connect();
        broker.call(register(1, "t"));
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
        client.close();
        server.close();
    }

    private static String text(RemotingCommand answer) {
        assertThat(answer.getCode()).as(answer.getRemark()).isEqualTo(ResponseCode.SUCCESS);
        return new String(answer.getBody(), StandardCharsets.UTF_8);
    }

    private RemotingCommand putKv(String namespace, String key, String value) throws Exception {
        var header = new PutKVConfigRequestHeader();
        header.setNamespace(namespace);
        header.setKey(key);
        header.setValue(value);
        return client.call(RequestCode.PUT_KV_CONFIG, header);
    }

    private RemotingCommand updateConfig(String body) throws Exception {
        var request = TestPeer.request(RequestCode.UPDATE_NAMESRV_CONFIG, null);
        request.setBody(body.getBytes(StandardCharsets.UTF_8));
        return client.call(request);
    }

    @Test
    void peersBeforeV4_9_4GetBareKeys() throws Exception {
        var request = route("t");
        request.setVersion(MQVersion.Version.V4_9_4.ordinal() - 1);
        assertThat(text(client.call(request))).contains("\"brokerAddrs\":{0:\"10.0.0.1:10911\"}");

        request.addExtField("acceptStandardJsonOnly", "true");
        assertThat(text(client.call(request))).contains("\"brokerAddrs\":{\"0\":\"10.0.0.1:10911\"}");
    }

    @Test
    void anUnknownTopicIsAnsweredWithCode17() throws Exception {
        var answer = client.call(route("nosuch"));

        assertThat(answer.getCode()).isEqualTo(17);
        assertThat(answer.getRemark())
                .isEqualTo("No topic route info in name server for the topic: nosuch\n"
                        + "See http://rocketmq.apache.org/docs/faq/ for further details.");
    }

    @Test
    void theOrderConfigTravelsWithTheRouteOnceSwitchedOn() throws Exception {
        putKv("ORDER_TOPIC_CONFIG", "t", "broker-a:8");
        assertThat(text(client.call(route("t")))).doesNotContain("orderTopicConf");

        assertThat(updateConfig("orderMessageEnable=true").getCode()).isEqualTo(ResponseCode.SUCCESS);

        assertThat(text(client.call(route("t")))).contains("\"orderTopicConf\":\"broker-a:8\"");
    }

    @Test
    void showsTheClusterWithBareKeys() throws Exception {
        assertThat(text(client.call(RequestCode.GET_BROKER_CLUSTER_INFO, null)))
                .isEqualTo("{\"brokerAddrTable\":{\"broker-a\":{\"brokerAddrs\":{0:\"10.0.0.1:10911\"},"
                        + "\"brokerName\":\"broker-a\",\"cluster\":\"DefaultCluster\"}},"
                        + "\"clusterAddrTable\":{\"DefaultCluster\":[\"broker-a\"]}}");
    }

    @Test
    void listsTopics() throws Exception {
        var ofCluster = new GetTopicsByClusterRequestHeader();
        ofCluster.setCluster("nosuch");

        assertThat(text(client.call(RequestCode.GET_ALL_TOPIC_LIST_FROM_NAMESERVER, null)))
                .isEqualTo("{\"topicList\":[\"t\"]}");
        assertThat(text(client.call(RequestCode.GET_TOPICS_BY_CLUSTER, ofCluster)))
                .isEqualTo("{\"topicList\":[]}");
        assertThat(text(client.call(RequestCode.GET_UNIT_TOPIC_LIST, null))).isEqualTo("{\"topicList\":[]}");
        var system = RemotingSerializable.decode(
                client.call(RequestCode.GET_SYSTEM_TOPIC_LIST_FROM_NS, null).getBody(), TopicList.class);
        assertThat(system.getTopicList()).containsExactlyInAnyOrder("DefaultCluster", "broker-a");
        assertThat(system.getBrokerAddr()).isEqualTo("10.0.0.1:10911");
    }

    @Test
    void forgetsATopic() throws Exception {
        var header = new DeleteTopicFromNamesrvRequestHeader();
        header.setTopic("t");

        assertThat(client.call(RequestCode.DELETE_TOPIC_IN_NAMESRV, header).getCode())
                .isEqualTo(ResponseCode.SUCCESS);
        assertThat(client.call(route("t")).getCode()).isEqualTo(ResponseCode.TOPIC_NOT_EXIST);
    }

    @Test
    void wipesAndAddsWritePerm() throws Exception {
        var wipe = new WipeWritePermOfBrokerRequestHeader();
        wipe.setBrokerName("broker-a");
        var wiped = client.call(RequestCode.WIPE_WRITE_PERM_OF_BROKER, wipe);
        assertThat(((WipeWritePermOfBrokerResponseHeader)
                                wiped.decodeCommandCustomHeader(WipeWritePermOfBrokerResponseHeader.class))
                        .getWipeTopicCount())
                .isEqualTo(1);
        assertThat(text(client.call(route("t")))).contains("\"perm\":4");

        var add = new AddWritePermOfBrokerRequestHeader();
        add.setBrokerName("broker-a");
        var added = client.call(RequestCode.ADD_WRITE_PERM_OF_BROKER, add);
        assertThat(((AddWritePermOfBrokerResponseHeader)
                                added.decodeCommandCustomHeader(AddWritePermOfBrokerResponseHeader.class))
                        .getAddTopicCount())
                .isEqualTo(1);
        assertThat(text(client.call(route("t")))).contains("\"perm\":6");
    }

    @Test
    void keepsKeysAndValues() throws Exception {
        putKv("n", "k", "v");
        var get = new GetKVConfigRequestHeader();
        get.setNamespace("n");
        get.setKey("k");
        var list = new GetKVListByNamespaceRequestHeader();
        list.setNamespace("n");
        var delete = new DeleteKVConfigRequestHeader();
        delete.setNamespace("n");
        delete.setKey("k");

        var found = client.call(RequestCode.GET_KV_CONFIG, get);
        assertThat(((GetKVConfigResponseHeader) found.decodeCommandCustomHeader(GetKVConfigResponseHeader.class))
                        .getValue())
                .isEqualTo("v");
        assertThat(text(client.call(RequestCode.GET_KVLIST_BY_NAMESPACE, list))).isEqualTo("{\"table\":{\"k\":\"v\"}}");
        assertThat(folder.resolve("kvConfig.json")).hasContent("{\"configTable\":{\"n\":{\"k\":\"v\"}}}");
        assertThat(client.call(RequestCode.DELETE_KV_CONFIG, delete).getCode()).isEqualTo(ResponseCode.SUCCESS);
        var missing = client.call(RequestCode.GET_KV_CONFIG, get);
        assertThat(missing.getCode()).isEqualTo(ResponseCode.QUERY_NOT_FOUND);
        assertThat(missing.getRemark()).isEqualTo("No config item, Namespace: n Key: k");
    }

    @Test
    void aNamespaceThatDoesNotExistIsSaidSo() throws Exception {
        var list = new GetKVListByNamespaceRequestHeader();
        list.setNamespace("nosuch");

        var answer = client.call(RequestCode.GET_KVLIST_BY_NAMESPACE, list);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.QUERY_NOT_FOUND);
        assertThat(answer.getRemark()).isEqualTo("No config item, Namespace: nosuch");
    }

    @Test
    void aPairWithoutNamespaceOrKeyIsRefused() throws Exception {
        var answer = putKv(null, "k", "v");

        assertThat(answer.getCode()).isEqualTo(ResponseCode.SYSTEM_ERROR);
        assertThat(answer.getRemark()).isEqualTo("namespace or key is null");
    }

    @ParameterizedTest
    @ValueSource(ints = {RequestCode.GET_KV_CONFIG, RequestCode.GET_KVLIST_BY_NAMESPACE})
    void namesThatAreMissingAreNotFound(int code) throws Exception {
        assertThat(client.call(code, null).getCode()).isEqualTo(ResponseCode.QUERY_NOT_FOUND);
        assertThat(client.call(RequestCode.DELETE_KV_CONFIG, null).getCode()).isEqualTo(ResponseCode.SUCCESS);
    }

    @Test
    void showsItsSettings() throws Exception {
        assertThat(text(client.call(RequestCode.GET_NAMESRV_CONFIG, null)))
                .contains("orderMessageEnable=false\n", "listenPort=0\n", "serverWorkerThreads=8\n");
    }

    @Test
    void writesAnUpdateWhereTheSettingsComeFrom() throws Exception {
        updateConfig("orderMessageEnable=true\n");

        assertThat(Files.readString(folder.resolve("namesrv.properties"))).isEqualTo("orderMessageEnable=true\n");
        assertThat(server.config.isOrderMessageEnable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "kvConfigPath=/tmp/x, 16, Can not update config in black list.",
        "rocketmqHome=/tmp/x, 16, Can not update config in black list.",
        "listenPort=9877, 16, Can not update config listenPort while the server runs",
        "orderMessageEnable=maybe, 1, orderMessageEnable=maybe is not valid",
        "a=\\u1, 1, string2Properties error",
        "'', 0, ",
        "orderMesageEnable=true, 0, unknown key 'orderMesageEnable' has no effect",
    })
    void answersWhatAnUpdateMayNot(String body, int code, String remark) throws Exception {
        var answer = updateConfig(body);

        assertThat(answer.getCode()).isEqualTo(code);
        if (remark == null) {
            assertThat(answer.getRemark()).isNull();
        } else {
            assertThat(answer.getRemark()).startsWith(remark);
        }
        assertThat(folder.resolve("namesrv.properties")).doesNotExist();
    }

    @Test
    void anUnknownCodeGetsNoAnswer() throws Exception {
        client.send(TestPeer.request(UNKNOWN_CODE, null));

        assertThat(client.hearsNothing()).isTrue();
        assertThat(broker.call(route("t")).getCode()).isEqualTo(ResponseCode.SUCCESS);
    }

    @Test
    void malformedFramesCloseOnlyTheirConnection() throws Exception {
        byte[][] malformed = {
            ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE).array(),
            ByteBuffer.allocate(4).putInt(-1).array(),
            ByteBuffer.allocate(12).putInt(8).putInt(100).putInt(7).array(),
            ByteBuffer.allocate(12).putInt(8).putInt(4).putInt(0x7B7B7B7B).array(),
        };
        for (var bytes : malformed) {
            try (var stranger = server.connect()) {
                stranger.sendRaw(bytes);
                assertThat(stranger.isClosedByServer()).isTrue();
            }
        }

        assertThat(client.call(route("t")).getCode()).isEqualTo(ResponseCode.SUCCESS);
    }
}
