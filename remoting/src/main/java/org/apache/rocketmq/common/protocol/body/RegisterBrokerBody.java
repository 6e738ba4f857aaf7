package org.apache.rocketmq.common.protocol.body;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Body of REGISTER_BROKER: every topic of a broker. Travels as JSON or in a compressed form of its own. */
public class RegisterBrokerBody extends RemotingSerializable {
    /** The topics and their version. */
    private TopicConfigSerializeWrapper topicConfigSerializeWrapper = new TopicConfigSerializeWrapper();

    /** Addresses of filter servers; no 4.9 broker has any. */
    private List<String> filterServerList = new ArrayList<>();

    public TopicConfigSerializeWrapper getTopicConfigSerializeWrapper() {
        return topicConfigSerializeWrapper;
    }

    public void setTopicConfigSerializeWrapper(TopicConfigSerializeWrapper topicConfigSerializeWrapper) {
        this.topicConfigSerializeWrapper = topicConfigSerializeWrapper;
    }

    public List<String> getFilterServerList() {
        return filterServerList;
    }

    public void setFilterServerList(List<String> filterServerList) {
        this.filterServerList = filterServerList;
    }

    /** The bytes of the body: JSON, or the compressed form, which loses topicSysFlag and order. */
    public byte[] encode(boolean compress) {
        return compress ? CompressedRegistration.write(this) : encode();
    }

    /**
     * Reads either form.
     *
     * @throws IOException when the compressed form is damaged
     */
    public static RegisterBrokerBody decode(byte[] data, boolean compressed) throws IOException {
        return compressed ? CompressedRegistration.read(data) : decode(data, RegisterBrokerBody.class);
    }

    /** A copy of the table; the topics themselves are shared. */
    public static ConcurrentMap<String, TopicConfig> cloneTopicConfigTable(
            ConcurrentMap<String, TopicConfig> topicConfigConcurrentMap) {
        return topicConfigConcurrentMap == null ? null : new ConcurrentHashMap<>(topicConfigConcurrentMap);
    }
}
