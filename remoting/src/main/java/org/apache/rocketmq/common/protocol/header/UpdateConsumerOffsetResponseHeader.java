package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;

/** Response header of UPDATE_CONSUMER_OFFSET (15): without fields. */
public class UpdateConsumerOffsetResponseHeader implements CommandCustomHeader {
    @Override
    public void checkFields() throws RemotingCommandException {}
}
