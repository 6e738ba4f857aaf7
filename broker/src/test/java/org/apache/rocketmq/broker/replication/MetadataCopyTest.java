package org.apache.rocketmq.broker.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.rocketmq.broker.delay.DelayOffsets;
import org.apache.rocketmq.broker.fixture.Sends;
import org.apache.rocketmq.broker.fixture.TestBroker;
import org.apache.rocketmq.broker.group.GroupTable;
import org.apache.rocketmq.broker.offset.ConsumerOffsets;
import org.apache.rocketmq.broker.topic.TopicTable;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.header.UpdateConsumerOffsetRequestHeader;
import org.apache.rocketmq.common.subscription.SubscriptionGroupConfig;
import org.apache.rocketmq.remoting.netty.NettyClientConfig;
import org.apache.rocketmq.remoting.netty.NettyRemotingClient;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of a slave against a real master. Source: replication specification, metadata sync. */
class MetadataCopyTest {
    @TempDir
    private Path folder;

    private TestBroker master;
    private TopicTable topics;
    private GroupTable groups;
    private ConsumerOffsets offsets;
    private DelayOffsets delayOffsets;
    private NettyRemotingClient client;
    private MetadataCopy copy;

    @BeforeEach
    void start() throws Exception {
        master = TestBroker.start(folder.resolve("m"));
        var config = new BrokerConfig();
        topics = new TopicTable(config, folder.resolve("s/topics.json"));
        groups = new GroupTable(config, folder.resolve("s/subscriptionGroup.json"));
        offsets = new ConsumerOffsets(folder.resolve("s/consumerOffset.json"));
        delayOffsets = new DelayOffsets(folder.resolve("s/delayOffset.json"));
        client = new NettyRemotingClient(new NettyClientConfig());
        client.start();
        copy = new MetadataCopy("127.0.0.1:1", topics, groups, offsets, delayOffsets, client);
    }

    @AfterEach
    void stop() {
        client.shutdown();
        master.close();
    }

    @Test
    void everythingOfTheMasterIsCopiedAndPersisted() throws Exception {
        master.topic("T", 3);
        var group = new SubscriptionGroupConfig();
        group.setGroupName("g");
        group.setRetryMaxTimes(5);
        master.client().ask(RequestCode.UPDATE_AND_CREATE_SUBSCRIPTIONGROUP, null, RemotingSerializable.encode(group));
        commit(7);
        master.client().ask(Sends.to("T", "later", "DELAY", "1"));
        Awaitility.await().until(() -> master.maxOffset("T", 0) == 1);

        copy.masterKnown(master.address());
        copy.round();

        assertThat(topics.find("T").getReadQueueNums()).isEqualTo(3);
        assertThat(groups.peek("g").getRetryMaxTimes()).isEqualTo(5);
        assertThat(offsets.find("g", "T", 0)).isEqualTo(7);
        assertThat(delayOffsets.find(1)).isEqualTo(1);
        for (String name : List.of("topics", "subscriptionGroup", "consumerOffset", "delayOffset")) {
            assertThat(folder.resolve("s").resolve(name + ".json")).exists();
        }
        var again = new TopicTable(new BrokerConfig(), folder.resolve("s/topics.json"));
        again.load();
        assertThat(again.version()).isEqualTo(topics.version());
        assertThat(again.find("T").getReadQueueNums()).isEqualTo(3);
    }

    @Test
    void aTopicThatTheMasterDeletedGoesHereToo() {
        topics.findOrCreate("OnlyHere", 1, 6, 0);
        copy.masterKnown(master.address());
        copy.round();
        assertThat(topics.find("OnlyHere")).isNull();
    }

    @Test
    void nothingIsAskedWhileThereIsNoMaster() {
        topics.findOrCreate("OnlyHere", 1, 6, 0);
        copy.masterKnown(master.address());
        copy.masterKnown(null);
        copy.round();
        assertThat(topics.find("OnlyHere")).isNotNull();
    }

    @Test
    void whatTheMasterTookBackIsTakenBackUnlessAClientWentFurtherHere() {
        copy.masterKnown(master.address());
        commit(100);
        copy.round();
        commit(40);
        copy.round();
        assertThat(offsets.find("g", "T", 0)).isEqualTo(40);
        offsets.commit("client", "g", "T", 0, 60);
        commit(30);
        copy.round();
        assertThat(offsets.find("g", "T", 0)).isEqualTo(60);
    }

    private void commit(long offset) {
        var header = new UpdateConsumerOffsetRequestHeader();
        header.setConsumerGroup("g");
        header.setTopic("T");
        header.setQueueId(0);
        header.setCommitOffset(offset);
        assertThat(master.client()
                        .ask(RequestCode.UPDATE_CONSUMER_OFFSET, header)
                        .getCode())
                .isZero();
    }
}
