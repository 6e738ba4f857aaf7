package org.apache.rocketmq.namesrv;

import static org.apache.rocketmq.namesrv.Requests.BROKER_ADDR;
import static org.apache.rocketmq.namesrv.Requests.register;
import static org.apache.rocketmq.namesrv.Requests.registration;
import static org.apache.rocketmq.namesrv.Requests.route;
import static org.apache.rocketmq.namesrv.Requests.topics;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.header.namesrv.PutKVConfigRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.QueryDataVersionRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.QueryDataVersionResponseHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.RegisterBrokerResponseHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.UnRegisterBrokerRequestHeader;
import org.apache.rocketmq.namesrv.route.RouteRegistry;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest {
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
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
        client.close();
        server.close();
    }

    private int routeCode(String topic) throws Exception {
        return client.call(route(topic)).getCode();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRegistrationIsFoundInEitherForm(boolean compressed) throws Exception {
        var header = registration(0, BROKER_ADDR);
        header.setCompressed(compressed);
        var body = topics(1, "t").encode(compressed);
        header.setBodyCrc32(Requests.checksum(body));

        var answer = broker.call(register(header, body));

        assertThat(answer.getCode()).isEqualTo(ResponseCode.SUCCESS);
        assertThat(answer.getBody()).isNull();
        assertThat(new String(client.call(route("t")).getBody(), StandardCharsets.UTF_8))
                .isEqualTo("{\"brokerDatas\":[{\"brokerAddrs\":{\"0\":\"10.0.0.1:10911\"},\"brokerName\":\"broker-a\","
                        + "\"cluster\":\"DefaultCluster\"}],\"filterServerTable\":{},\"queueDatas\":[{"
                        + "\"brokerName\":\"broker-a\",\"perm\":6,\"readQueueNums\":8,\"topicSysFlag\":0,"
                        + "\"writeQueueNums\":8}]}");
    }

    @Test
    void aPeerWithoutVersionSendsTheBareTable() throws Exception {
        var request = register(
                registration(0, BROKER_ADDR),
                topics(1, "t").getTopicConfigSerializeWrapper().encode());
        request.setVersion(0);

        assertThat(broker.call(request).getCode()).isEqualTo(ResponseCode.SUCCESS);
        assertThat(routeCode("t")).isEqualTo(ResponseCode.SUCCESS);
    }

    @Test
    void aRegistrationWithoutBodyIsAnEmptyTable() throws Exception {
        assertThat(broker.call(register(registration(0, BROKER_ADDR), null)).getCode())
                .isEqualTo(ResponseCode.SUCCESS);
    }

    @Test
    void aWrongChecksumIsRefused() throws Exception {
        var header = registration(0, BROKER_ADDR);
        header.setBodyCrc32(1);

        var answer = broker.call(register(header, topics(1, "t").encode(false)));

        assertThat(answer.getCode()).isEqualTo(ResponseCode.SYSTEM_ERROR);
        assertThat(answer.getRemark()).isEqualTo("crc32 not match");
        assertThat(routeCode("t")).isEqualTo(ResponseCode.TOPIC_NOT_EXIST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "null", "[]"})
    void anUnreadableBodyIsRefusedByName(String body) throws Exception {
        var answer = broker.call(register(registration(0, BROKER_ADDR), body.getBytes(StandardCharsets.UTF_8)));

        assertThat(answer.getCode()).isEqualTo(ResponseCode.SYSTEM_ERROR);
        assertThat(answer.getRemark()).contains("Failed to decode RegisterBrokerBody");
    }

    @Test
    void aDamagedCompressedBodyIsRefusedByName() throws Exception {
        var header = registration(0, BROKER_ADDR);
        header.setCompressed(true);

        var answer = broker.call(register(header, new byte[] {1, 2, 3}));

        assertThat(answer.getCode()).isEqualTo(ResponseCode.SYSTEM_ERROR);
        assertThat(answer.getRemark()).contains("Failed to decode RegisterBrokerBody");
    }

    @Test
    void aSlaveLearnsItsMasterAndTheOrderTopics() throws Exception {
        broker.call(register(1, "t"));
        var put = new PutKVConfigRequestHeader();
        put.setNamespace("ORDER_TOPIC_CONFIG");
        put.setKey("t");
        put.setValue("broker-a:8");
        client.call(RequestCode.PUT_KV_CONFIG, put);

        try (var slave = server.connect()) {
            var answer = slave.call(
                    register(registration(1, "10.0.0.2:10911"), topics(1).encode(false)));

            var header =
                    (RegisterBrokerResponseHeader) answer.decodeCommandCustomHeader(RegisterBrokerResponseHeader.class);
            assertThat(header.getMasterAddr()).isEqualTo(BROKER_ADDR);
            assertThat(header.getHaServerAddr()).isEqualTo("10.0.0.1:10912");
            assertThat(new String(answer.getBody(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"table\":{\"t\":\"broker-a:8\"}}");
        }
    }

    @Test
    void aBrokerAsksWhetherItsVersionIsKnown() throws Exception {
        assertThat(isChanged(1)).isTrue();
        broker.call(register(1, "t"));

        assertThat(isChanged(1)).isFalse();
        assertThat(isChanged(2)).isTrue();
    }

    private boolean isChanged(long counter) throws Exception {
        var header = new QueryDataVersionRequestHeader();
        header.setBrokerAddr(BROKER_ADDR);
        header.setBrokerName("broker-a");
        header.setClusterName("DefaultCluster");
        header.setBrokerId(0L);
        var request = TestPeer.request(RequestCode.QUERY_DATA_VERSION, header);
        request.setBody(topics(counter)
                .getTopicConfigSerializeWrapper()
                .getDataVersion()
                .encode());
        var answer = (QueryDataVersionResponseHeader)
                broker.call(request).decodeCommandCustomHeader(QueryDataVersionResponseHeader.class);
        return answer.getChanged();
    }

    @Test
    void anUnregisteredBrokerIsGone() throws Exception {
        broker.call(register(1, "t"));
        var header = new UnRegisterBrokerRequestHeader();
        header.setBrokerAddr(BROKER_ADDR);
        header.setBrokerName("broker-a");
        header.setClusterName("DefaultCluster");
        header.setBrokerId(0L);

        assertThat(broker.call(RequestCode.UNREGISTER_BROKER, header).getCode()).isEqualTo(ResponseCode.SUCCESS);
        assertThat(routeCode("t")).isEqualTo(ResponseCode.TOPIC_NOT_EXIST);
    }

    @Test
    void aBrokerIsGoneWithItsConnection() throws Exception {
        broker.call(register(1, "t"));

        broker.close();

        await().untilAsserted(() -> assertThat(routeCode("t")).isEqualTo(ResponseCode.TOPIC_NOT_EXIST));
    }

    @Test
    void aClientsConnectionMeansNothing() throws Exception {
        broker.call(register(1, "t"));
        try (var other = server.connect()) {
            other.call(route("t"));
        }

        assertThat(routeCode("t")).isEqualTo(ResponseCode.SUCCESS);
    }

    @Test
    void aSilentBrokerIsDisconnected() throws Exception {
        broker.call(register(1, "t"));

        server.now.addAndGet(RouteRegistry.BROKER_EXPIRY_MILLIS + 1);
        server.controller.expireBrokers();

        assertThat(broker.isClosedByServer()).isTrue();
        assertThat(routeCode("t")).isEqualTo(ResponseCode.TOPIC_NOT_EXIST);
    }

    @Test
    void aOnewayRegistrationCountsAndGetsNoAnswer() throws Exception {
        RemotingCommand request = register(1, "t");
        request.markOnewayRPC();
        broker.send(request);

        await().untilAsserted(() -> assertThat(routeCode("t")).isEqualTo(ResponseCode.SUCCESS));
        assertThat(broker.hearsNothing()).isTrue();
    }

    @Test
    void tenThousandTopicsRegisterAtOnce() throws Exception {
        var names = IntStream.range(0, 10_000).mapToObj(i -> "topic" + i).toArray(String[]::new);

        assertThat(broker.call(register(1, names)).getCode()).isEqualTo(ResponseCode.SUCCESS);
        assertThat(routeCode("topic9999")).isEqualTo(ResponseCode.SUCCESS);
    }
}
