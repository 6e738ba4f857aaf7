package org.apache.rocketmq.common.message;

/** Kind of a message as shown in traces. */
public enum MessageType {
    Normal_Msg,
    Trans_Msg_Half,
    Trans_msg_Commit,
    Delay_Msg
}
