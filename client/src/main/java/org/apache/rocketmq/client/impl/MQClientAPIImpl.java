package org.apache.rocketmq.client.impl;

import org.apache.rocketmq.client.broker.BrokerApi;
import org.apache.rocketmq.client.broker.TopicApi;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.protocol.body.TopicList;
import org.apache.rocketmq.common.protocol.header.QueryConsumerOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.header.UpdateConsumerOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.route.TopicRouteData;
import org.apache.rocketmq.remoting.RemotingClient;
import org.apache.rocketmq.remoting.exception.RemotingException;

/** The requests that samples and dashboards reach under historical names. Thread-safe. */
public class MQClientAPIImpl {
    private final RemotingClient remotingClient;
    private final BrokerApi brokerApi;
    private final TopicApi topicApi;

    public MQClientAPIImpl(RemotingClient remotingClient, BrokerApi brokerApi, TopicApi topicApi) {
        this.remotingClient = remotingClient;
        this.brokerApi = brokerApi;
        this.topicApi = topicApi;
    }

    public RemotingClient getRemotingClient() {
        return remotingClient;
    }

    public TopicList getSystemTopicList(long timeoutMillis)
            throws RemotingException, MQClientException, InterruptedException {
        return topicApi.systemTopics(timeoutMillis);
    }

    public TopicRouteData getTopicRouteInfoFromNameServer(String topic, long timeoutMillis)
            throws RemotingException, MQClientException, InterruptedException {
        return topicApi.route(topic, timeoutMillis);
    }

    public void updateConsumerOffset(String addr, UpdateConsumerOffsetRequestHeader requestHeader, long timeoutMillis)
            throws RemotingException, MQBrokerException, InterruptedException {
        brokerApi.updateConsumerOffset(addr, requestHeader, timeoutMillis);
    }

    public long queryConsumerOffset(String addr, QueryConsumerOffsetRequestHeader requestHeader, long timeoutMillis)
            throws RemotingException, MQBrokerException, InterruptedException {
        return brokerApi.queryConsumerOffset(addr, requestHeader, timeoutMillis);
    }
}
