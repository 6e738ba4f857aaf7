package org.apache.rocketmq.client.hook;

/** Filters pulled messages before they are cached. */
public interface FilterMessageHook {
    String hookName();

    void filterMessage(FilterMessageContext context);
}
