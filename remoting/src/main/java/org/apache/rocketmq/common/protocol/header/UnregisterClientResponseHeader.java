package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;

/** Response header of UNREGISTER_CLIENT (35): without fields. */
public class UnregisterClientResponseHeader implements CommandCustomHeader {
    @Override
    public void checkFields() throws RemotingCommandException {}
}
