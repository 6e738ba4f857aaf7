package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;

/** Response header of GET_ALL_TOPIC_CONFIG (21): without fields. */
public class GetAllTopicConfigResponseHeader implements CommandCustomHeader {
    @Override
    public void checkFields() throws RemotingCommandException {}
}
