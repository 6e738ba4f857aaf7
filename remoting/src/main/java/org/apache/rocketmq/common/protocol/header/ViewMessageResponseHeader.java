package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;

/** Response header of VIEW_MESSAGE_BY_ID (33): without fields. */
public class ViewMessageResponseHeader implements CommandCustomHeader {
    @Override
    public void checkFields() throws RemotingCommandException {}
}
