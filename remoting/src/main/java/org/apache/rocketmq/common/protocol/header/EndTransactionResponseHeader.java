package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;

/** Response header of END_TRANSACTION (37): without fields. */
public class EndTransactionResponseHeader implements CommandCustomHeader {
    @Override
    public void checkFields() throws RemotingCommandException {}
}
