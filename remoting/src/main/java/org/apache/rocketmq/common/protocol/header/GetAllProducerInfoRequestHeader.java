package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;

/** Request header of GET_ALL_PRODUCER_INFO (328): without fields. */
public class GetAllProducerInfoRequestHeader implements CommandCustomHeader {
    @Override
    public void checkFields() throws RemotingCommandException {}
}
