package org.apache.rocketmq.common.protocol;

import org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode;

/** Every response code of brokers and name servers. Source: wire protocol, codes. */
public class ResponseCode extends RemotingSysResponseCode {
    /** Message stored, sync flush timed out (send responses; header is filled). */
    public static final int FLUSH_DISK_TIMEOUT = 10;

    /** Message stored, sync master without usable slave; also 37 sent to a slave. */
    public static final int SLAVE_NOT_AVAILABLE = 11;

    /** Message stored, slave ack timed out. */
    public static final int FLUSH_SLAVE_TIMEOUT = 12;

    /** Body too large, properties or topic too long. */
    public static final int MESSAGE_ILLEGAL = 13;

    /** Store not writeable: disk full, slave role, shut down. */
    public static final int SERVICE_NOT_AVAILABLE = 14;

    /** Defined, never sent in 4.9. */
    public static final int VERSION_NOT_SUPPORTED = 15;

    /**
     * Broker/topic/group lacks the permission; group consume disabled; broadcast not allowed; forbidden system
     * topic; transaction messages rejected; black-listed config key.
     */
    public static final int NO_PERMISSION = 16;

    /** No route (105); unknown topic on send, pull, 202, 303. */
    public static final int TOPIC_NOT_EXIST = 17;

    /** Defined, never sent in 4.9. */
    public static final int TOPIC_EXIST_ALREADY = 18;

    /** Nothing to read now (after long polling); queue empty and offset 0; offset equals max. */
    public static final int PULL_NOT_FOUND = 19;

    /** Messages exist but none matched / being removed / slave read disabled. */
    public static final int PULL_RETRY_IMMEDIATELY = 20;

    /** Requested offset outside the queue; header nextBeginOffset holds the corrected one. */
    public static final int PULL_OFFSET_MOVED = 21;

    /** Query by key without result (12), unknown consumer offset (14), missing KV (101, 219). */
    public static final int QUERY_NOT_FOUND = 22;

    /** Filter expression does not compile (11 with subscription flag, 46). */
    public static final int SUBSCRIPTION_PARSE_FAILED = 23;

    /** Pull without the group or topic subscription known from heartbeats. */
    public static final int SUBSCRIPTION_NOT_EXIST = 24;

    /** SubVersion in the pull is newer than the broker knows. */
    public static final int SUBSCRIPTION_NOT_LATEST = 25;

    /** Unknown group and autoCreateSubscriptionGroup=false (11, 36, sends to %RETRY%). */
    public static final int SUBSCRIPTION_GROUP_NOT_EXIST = 26;

    /** No compiled SQL filter for group/topic. */
    public static final int FILTER_DATA_NOT_EXIST = 27;

    /** Compiled SQL filter older than subVersion. */
    public static final int FILTER_DATA_NOT_LATEST = 28;

    /** Defined, never sent by 4.9 servers. */
    public static final int TRANSACTION_SHOULD_COMMIT = 200;

    /** Defined, never sent by 4.9 servers. */
    public static final int TRANSACTION_SHOULD_ROLLBACK = 201;

    /** Defined, never sent by 4.9 servers. */
    public static final int TRANSACTION_STATE_UNKNOW = 202;

    /** Defined, never sent by 4.9 servers. */
    public static final int TRANSACTION_STATE_GROUP_WRONG = 203;

    /** Defined, never sent by 4.9 servers; in the producer retry set. */
    public static final int NO_BUYER_ID = 204;

    /** Defined, never sent by 4.9 servers; in the producer retry set. */
    public static final int NOT_IN_CURRENT_UNIT = 205;

    /** 203 and 222 for a group without connections. */
    public static final int CONSUMER_NOT_ONLINE = 206;

    /** Proxied call (307, 309) to the consumer timed out after 10 s. */
    public static final int CONSUME_MSG_TIMEOUT = 207;

    /** Thrown by the client when a query returns nothing. */
    public static final int NO_MESSAGE = 208;

    /** 50 failed. */
    public static final int UPDATE_AND_CREATE_ACL_CONFIG_FAILED = 209;

    /** 51 failed. */
    public static final int DELETE_ACL_CONFIG_FAILED = 210;

    /** 53 failed. */
    public static final int UPDATE_GLOBAL_WHITE_ADDRS_CONFIG_FAILED = 211;

    /** Never sent by 4.9 brokers; 4.9 consumers back off 20 ms instead of 3 s. */
    public static final int FLOW_CONTROL = 215;
}
