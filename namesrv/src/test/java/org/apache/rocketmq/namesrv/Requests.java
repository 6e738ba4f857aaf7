package org.apache.rocketmq.namesrv;

import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.body.RegisterBrokerBody;
import org.apache.rocketmq.common.protocol.header.namesrv.GetRouteInfoRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.RegisterBrokerRequestHeader;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/** The requests of brokers and clients in short. */
final class Requests {
    static final String BROKER_ADDR = "10.0.0.1:10911";

    private Requests() {}

    static RegisterBrokerRequestHeader registration(long brokerId, String brokerAddr) {
        var header = new RegisterBrokerRequestHeader();
        header.setBrokerName("broker-a");
        header.setBrokerAddr(brokerAddr);
        header.setClusterName("DefaultCluster");
        header.setHaServerAddr("10.0.0.1:10912");
        header.setBrokerId(brokerId);
        return header;
    }

    static RegisterBrokerBody topics(long counter, String... topics) {
        var body = new RegisterBrokerBody();
        var wrapper = body.getTopicConfigSerializeWrapper();
        wrapper.getDataVersion().setTimestamp(1);
        wrapper.getDataVersion().getCounter().set(counter);
        Stream.of(topics).forEach(topic -> wrapper.getTopicConfigTable().put(topic, new TopicConfig(topic, 8, 8, 6)));
        return body;
    }

    static RemotingCommand register(RegisterBrokerRequestHeader header, byte[] body) {
        var request = TestPeer.request(RequestCode.REGISTER_BROKER, header);
        request.setBody(body);
        return request;
    }

    static RemotingCommand register(long counter, String... topics) {
        return register(registration(0, BROKER_ADDR), topics(counter, topics).encode(false));
    }

    static RemotingCommand route(String topic) {
        var header = new GetRouteInfoRequestHeader();
        header.setTopic(topic);
        return TestPeer.request(RequestCode.GET_ROUTEINFO_BY_TOPIC, header);
    }

    static int checksum(byte[] body) {
        var crc = new CRC32();
        crc.update(body);
        return (int) (crc.getValue() & 0x7FFF_FFFF);
    }
}
