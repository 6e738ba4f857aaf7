package org.apache.rocketmq.client.hook;

/** Sees every attempt to send. */
public interface SendMessageHook {
    String hookName();

    void sendMessageBefore(SendMessageContext context);

    void sendMessageAfter(SendMessageContext context);
}
