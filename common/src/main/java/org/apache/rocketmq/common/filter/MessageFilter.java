package org.apache.rocketmq.common.filter;

import org.apache.rocketmq.common.message.MessageExt;

/** A filter that a consumer applies to what it pulled. */
public interface MessageFilter {
    boolean match(MessageExt msg, FilterContext context);
}
