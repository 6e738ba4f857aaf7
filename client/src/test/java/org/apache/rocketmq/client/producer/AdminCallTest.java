package org.apache.rocketmq.client.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.apache.rocketmq.client.QueryResult;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.fixture.FakePeer.Received;
import org.apache.rocketmq.client.fixture.TestCluster;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.header.GetMaxOffsetResponseHeader;
import org.apache.rocketmq.common.protocol.header.QueryMessageResponseHeader;
import org.apache.rocketmq.remoting.netty.RequestHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Topics, offsets and look-ups through a producer. */
@SuppressWarnings("deprecation")
class AdminCallTest {
    private static final String UNIQUE_KEY = "7F0000010000941700000000000000FF";

    private final TestCluster cluster = new TestCluster();
    private DefaultMQProducer producer;

    @BeforeEach
    void start() throws Exception {
        cluster.nameServer().route("T", 2, cluster.b(), cluster.a());
        producer = cluster.startedProducer();
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private static byte[] record(String keys, String uniqueKey) throws Exception {
        InetSocketAddress host = new InetSocketAddress("127.0.0.1", 10911);
        MessageExt message = new MessageExt(0, 1, host, 2, host, null);
        message.setTopic("T");
        message.setBody("hello".getBytes(StandardCharsets.UTF_8));
        message.setKeys(keys);
        message.getProperties().put("UNIQ_KEY", uniqueKey);
        return MessageDecoder.encode(message, false);
    }

    private static RequestHandler found(byte[] records) {
        return exchange -> {
            QueryMessageResponseHeader header = new QueryMessageResponseHeader();
            header.setIndexLastUpdateTimestamp(7L);
            header.setIndexLastUpdatePhyoffset(8L);
            exchange.respond(0, null, header, records);
        };
    }

    @Test
    void queuesToSendToComeInBrokerOrder() throws Exception {
        assertThat(producer.fetchPublishMessageQueues("T"))
                .containsExactly(
                        new MessageQueue("T", "broker-a", 0),
                        new MessageQueue("T", "broker-a", 1),
                        new MessageQueue("T", "broker-b", 0),
                        new MessageQueue("T", "broker-b", 1));
        assertThatThrownBy(() -> producer.fetchPublishMessageQueues("Unknown"))
                .hasMessageStartingWith("Can not find Message Queue for this topic, Unknown\nFor more");
    }

    @Test
    void offsetsAreAskedFromTheMaster() throws Exception {
        cluster.a().on(RequestCode.GET_MAX_OFFSET, exchange -> {
            GetMaxOffsetResponseHeader header = new GetMaxOffsetResponseHeader();
            header.setOffset(42L);
            exchange.respond(header);
        });

        assertThat(producer.maxOffset(new MessageQueue("T", "broker-a", 1))).isEqualTo(42);
        assertThat(cluster.a().received(RequestCode.GET_MAX_OFFSET).get(0).fields())
                .containsEntry("topic", "T")
                .containsEntry("queueId", "1");
        assertThatThrownBy(() -> producer.maxOffset(new MessageQueue("T", "broker-x", 1)))
                .hasMessageStartingWith("The broker[broker-x] not exist\nFor more");
        assertThatThrownBy(() -> producer.maxOffset(new MessageQueue("T", "broker-b", 1)))
                .hasMessageStartingWith("Invoke Broker[" + cluster.b().address() + "] exception\nFor more");
    }

    @Test
    void aTopicIsCreatedOnEveryMasterAndOneSuffices() throws Exception {
        cluster.a().on(RequestCode.UPDATE_AND_CREATE_TOPIC, exchange -> exchange.respond(0, null));
        cluster.b().refuse(RequestCode.UPDATE_AND_CREATE_TOPIC, 1, "no");

        producer.createTopic("T", "New", 6);

        Received request =
                cluster.a().received(RequestCode.UPDATE_AND_CREATE_TOPIC).get(0);
        assertThat(request.fields())
                .containsEntry("topic", "New")
                .containsEntry("defaultTopic", "T")
                .containsEntry("readQueueNums", "6")
                .containsEntry("writeQueueNums", "6")
                .containsEntry("perm", "6")
                .containsEntry("topicFilterType", "SINGLE_TAG");
        assertThat(cluster.b().received(RequestCode.UPDATE_AND_CREATE_TOPIC)).hasSize(5);
        assertThatThrownBy(() -> producer.createTopic("T", "TBW102", 1))
                .hasMessageStartingWith("The topic[TBW102] is conflict with system topic.");
    }

    @Test
    void lookingUpByKeyKeepsOnlyExactKeys() throws Exception {
        cluster.a().on(RequestCode.QUERY_MESSAGE, found(record("k1 k2", UNIQUE_KEY)));
        cluster.b().on(RequestCode.QUERY_MESSAGE, found(record("k11", UNIQUE_KEY)));

        QueryResult result = producer.queryMessage("T", "k1", 32, 0, Long.MAX_VALUE);

        assertThat(result.getIndexLastUpdateTimestamp()).isEqualTo(7);
        assertThat(result.getMessageList()).singleElement().satisfies(message -> assertThat(message.getKeys())
                .isEqualTo("k1 k2"));
        assertThat(cluster.a().received(RequestCode.QUERY_MESSAGE).get(0).fields())
                .containsEntry("_UNIQUE_KEY_QUERY", "false");
        assertThatThrownBy(() -> producer.queryMessage("T", "other", 32, 0, Long.MAX_VALUE))
                .isInstanceOf(MQClientException.class)
                .hasMessageStartingWith("CODE: 208  DESC: query message by key finished, but no message.");
    }

    @Test
    void aMessageIsViewedByOffsetIdOrUniqueKey() throws Exception {
        cluster.a().on(RequestCode.QUERY_MESSAGE, found(record("k", UNIQUE_KEY)));
        cluster.b().on(RequestCode.QUERY_MESSAGE, found(null));
        byte[] stored = record("k", UNIQUE_KEY);
        cluster.a().on(RequestCode.VIEW_MESSAGE_BY_ID, exchange -> exchange.respond(0, null, null, stored));
        String[] address = cluster.a().address().split(":");
        String offsetId =
                MessageDecoder.createMessageId(new InetSocketAddress(address[0], Integer.parseInt(address[1])), 123);

        assertThat(producer.viewMessage(offsetId).getMsgId()).isEqualTo(UNIQUE_KEY);
        assertThat(cluster.a().received(RequestCode.VIEW_MESSAGE_BY_ID).get(0).field("offset"))
                .isEqualTo("123");
        assertThat(producer.viewMessage("T", UNIQUE_KEY).getMsgId()).isEqualTo(UNIQUE_KEY);
        assertThatThrownBy(() -> producer.viewMessage("nonsense"))
                .hasMessageStartingWith("CODE: 208  DESC: query message by id finished, but no message.");
    }
}
