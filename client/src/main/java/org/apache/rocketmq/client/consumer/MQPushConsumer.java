package org.apache.rocketmq.client.consumer;

import org.apache.rocketmq.client.consumer.listener.MessageListener;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.consumer.listener.MessageListenerOrderly;
import org.apache.rocketmq.client.exception.MQClientException;

/** A consumer that hands messages to a listener. The overloads for the two listener kinds take lambdas of one shape. */
@SuppressWarnings("overloads")
public interface MQPushConsumer extends MQConsumer {
    void start() throws MQClientException;

    void shutdown();

    @Deprecated
    void registerMessageListener(MessageListener messageListener);

    void registerMessageListener(MessageListenerConcurrently messageListener);

    void registerMessageListener(MessageListenerOrderly messageListener);

    /** Subscribes to tags joined by {@code ||}; null, empty or {@code *} means all. */
    void subscribe(String topic, String subExpression) throws MQClientException;

    /** Class filter mode; needs filter servers, which 4.9 brokers no longer provide. */
    @Deprecated
    void subscribe(String topic, String fullClassName, String filterClassSource) throws MQClientException;

    void subscribe(String topic, MessageSelector messageSelector) throws MQClientException;

    void unsubscribe(String topic);

    void updateCorePoolSize(int corePoolSize);

    /** Stops pulling; cached messages are still delivered. */
    void suspend();

    void resume();
}
