package org.apache.rocketmq.client.hook;

/** Sees every listener call. */
public interface ConsumeMessageHook {
    String hookName();

    void consumeMessageBefore(ConsumeMessageContext context);

    void consumeMessageAfter(ConsumeMessageContext context);
}
