package org.apache.rocketmq.client.hook;

import org.apache.rocketmq.client.exception.MQClientException;

/** May refuse a send; its exception counts as a failed attempt. */
public interface CheckForbiddenHook {
    String hookName();

    void checkForbidden(CheckForbiddenContext context) throws MQClientException;
}
