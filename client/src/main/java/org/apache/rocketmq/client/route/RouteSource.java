package org.apache.rocketmq.client.route;

import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.protocol.route.TopicRouteData;
import org.apache.rocketmq.remoting.exception.RemotingException;

/** Where routes come from: a name server. */
@FunctionalInterface
public interface RouteSource {
    /**
     * @throws MQClientException when the name server refuses; code 17 = it does not know the topic
     * @throws RemotingException when it cannot be reached
     */
    TopicRouteData routeOf(String topic) throws MQClientException, RemotingException, InterruptedException;
}
