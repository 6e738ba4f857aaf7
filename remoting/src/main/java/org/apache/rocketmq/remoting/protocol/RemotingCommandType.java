package org.apache.rocketmq.remoting.protocol;

/** Direction of a command, bit 0 of its flag. */
public enum RemotingCommandType {
    REQUEST_COMMAND,
    RESPONSE_COMMAND
}
