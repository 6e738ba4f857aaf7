package org.apache.rocketmq.common.protocol;

/** Every request code of the 4.9 protocol. Source: wire protocol, codes. */
public class RequestCode {
    /** Store one message, long-name header. */
    public static final int SEND_MESSAGE = 10;

    /** Read messages of one queue, optional long polling; may also commit the offset. */
    public static final int PULL_MESSAGE = 11;

    /** Look messages up by key or unique id through the index. */
    public static final int QUERY_MESSAGE = 12;

    /** Obsolete, never sent or handled. */
    public static final int QUERY_BROKER_OFFSET = 13;

    /** Read a committed offset of group/topic/queue. */
    public static final int QUERY_CONSUMER_OFFSET = 14;

    /** Commit an offset. */
    public static final int UPDATE_CONSUMER_OFFSET = 15;

    /** Create or change a topic. */
    public static final int UPDATE_AND_CREATE_TOPIC = 17;

    /** Fetch the whole topic table. */
    public static final int GET_ALL_TOPIC_CONFIG = 21;

    /** Obsolete. */
    public static final int GET_TOPIC_CONFIG_LIST = 22;

    /** Obsolete. */
    public static final int GET_TOPIC_NAME_LIST = 23;

    /** Change broker configuration keys at run time. */
    public static final int UPDATE_BROKER_CONFIG = 25;

    /** Dump broker configuration. */
    public static final int GET_BROKER_CONFIG = 26;

    /** Obsolete. */
    public static final int TRIGGER_DELETE_FILES = 27;

    /** Run-time statistics. */
    public static final int GET_BROKER_RUNTIME_INFO = 28;

    /** Queue offset at a time. */
    public static final int SEARCH_OFFSET_BY_TIMESTAMP = 29;

    /** Max (next) offset of a queue. */
    public static final int GET_MAX_OFFSET = 30;

    /** Min offset of a queue. */
    public static final int GET_MIN_OFFSET = 31;

    /** Store time of the oldest message of a queue. */
    public static final int GET_EARLIEST_MSG_STORETIME = 32;

    /** Read one message by physical offset. */
    public static final int VIEW_MESSAGE_BY_ID = 33;

    /** Register client groups and subscriptions on this connection. */
    public static final int HEART_BEAT = 34;

    /** Remove a group of this client. */
    public static final int UNREGISTER_CLIENT = 35;

    /** Schedule a failed message for retry / DLQ. */
    public static final int CONSUMER_SEND_MSG_BACK = 36;

    /** Commit / roll back a half message. */
    public static final int END_TRANSACTION = 37;

    /** Client ids of a consumer group. */
    public static final int GET_CONSUMER_LIST_BY_GROUP = 38;

    /** Ask the producer for the state of a half message (oneway). */
    public static final int CHECK_TRANSACTION_STATE = 39;

    /** Group membership changed: rebalance now (oneway). */
    public static final int NOTIFY_CONSUMER_IDS_CHANGED = 40;

    /** Lock queues for orderly consumption. */
    public static final int LOCK_BATCH_MQ = 41;

    /** Release queue locks. */
    public static final int UNLOCK_BATCH_MQ = 42;

    /** Slave sync of consumer offsets. */
    public static final int GET_ALL_CONSUMER_OFFSET = 43;

    /** Slave sync of delay-level offsets. */
    public static final int GET_ALL_DELAY_OFFSET = 45;

    /** Validate a SQL92 (non TAG) subscription. */
    public static final int CHECK_CLIENT_CONFIG = 46;

    /** Create/update an ACL account. */
    public static final int UPDATE_AND_CREATE_ACL_CONFIG = 50;

    /** Delete an ACL account. */
    public static final int DELETE_ACL_CONFIG = 51;

    /** ACL data versions. */
    public static final int GET_BROKER_CLUSTER_ACL_INFO = 52;

    /** Replace the global white list. */
    public static final int UPDATE_GLOBAL_WHITE_ADDRS_CONFIG = 53;

    /** Set a KV config entry. */
    public static final int PUT_KV_CONFIG = 100;

    /** Read a KV config entry. */
    public static final int GET_KV_CONFIG = 101;

    /** Delete a KV config entry. */
    public static final int DELETE_KV_CONFIG = 102;

    /** Register / refresh a broker with its topic table. */
    public static final int REGISTER_BROKER = 103;

    /** Deregister a broker. */
    public static final int UNREGISTER_BROKER = 104;

    /** Route of a topic. */
    public static final int GET_ROUTEINFO_BY_TOPIC = 105;

    /** All clusters and brokers. */
    public static final int GET_BROKER_CLUSTER_INFO = 106;

    /** Create/update a consumer group config. */
    public static final int UPDATE_AND_CREATE_SUBSCRIPTIONGROUP = 200;

    /** Fetch all group configs. */
    public static final int GET_ALL_SUBSCRIPTIONGROUP_CONFIG = 201;

    /** Min/max offsets of a topic. */
    public static final int GET_TOPIC_STATS_INFO = 202;

    /** Connections of a consumer group. */
    public static final int GET_CONSUMER_CONNECTION_LIST = 203;

    /** Connections of a producer group. */
    public static final int GET_PRODUCER_CONNECTION_LIST = 204;

    /** Remove write permission of all queues of a broker. */
    public static final int WIPE_WRITE_PERM_OF_BROKER = 205;

    /** All topic names. */
    public static final int GET_ALL_TOPIC_LIST_FROM_NAMESERVER = 206;

    /** Delete a consumer group. */
    public static final int DELETE_SUBSCRIPTIONGROUP = 207;

    /** Consume progress of a group. */
    public static final int GET_CONSUME_STATS = 208;

    /** Obsolete, never sent or handled. */
    public static final int SUSPEND_CONSUMER = 209;

    /** Obsolete, never sent or handled. */
    public static final int RESUME_CONSUMER = 210;

    /** Obsolete, never sent or handled. */
    public static final int RESET_CONSUMER_OFFSET_IN_CONSUMER = 211;

    /** Obsolete, never sent or handled. */
    public static final int RESET_CONSUMER_OFFSET_IN_BROKER = 212;

    /** Obsolete, never sent or handled. */
    public static final int ADJUST_CONSUMER_THREAD_POOL = 213;

    /** Obsolete, never sent or handled. */
    public static final int WHO_CONSUME_THE_MESSAGE = 214;

    /** Delete a topic on a broker. */
    public static final int DELETE_TOPIC_IN_BROKER = 215;

    /** Drop a topic from the route table. */
    public static final int DELETE_TOPIC_IN_NAMESRV = 216;

    /** All KV entries of a namespace. */
    public static final int GET_KVLIST_BY_NAMESPACE = 219;

    /** New offsets for an online consumer (oneway). */
    public static final int RESET_CONSUMER_CLIENT_OFFSET = 220;

    /** Current offsets in the client. */
    public static final int GET_CONSUMER_STATUS_FROM_CLIENT = 221;

    /** Reset a group by time; broker computes and pushes 220. */
    public static final int INVOKE_BROKER_TO_RESET_OFFSET = 222;

    /** Collect 221 from all clients of a group. */
    public static final int INVOKE_BROKER_TO_GET_CONSUMER_STATUS = 223;

    /** Groups consuming a topic. */
    public static final int QUERY_TOPIC_CONSUME_BY_WHO = 300;

    /** Topics of a cluster. */
    public static final int GET_TOPICS_BY_CLUSTER = 224;

    /** Filter servers were removed; never handled in 4.9.8 (code 3). */
    public static final int REGISTER_FILTER_SERVER = 301;

    /** Upload a filter class (class filter mode); no server exists in 4.9.8. */
    public static final int REGISTER_MESSAGE_FILTER_CLASS = 302;

    /** Time span per queue for a group. */
    public static final int QUERY_CONSUME_TIME_SPAN = 303;

    /** Cluster/broker names acting as system topics plus one broker address. */
    public static final int GET_SYSTEM_TOPIC_LIST_FROM_NS = 304;

    /** System topics of a broker. */
    public static final int GET_SYSTEM_TOPIC_LIST_FROM_BROKER = 305;

    /** Delete expired consume-queue files now. */
    public static final int CLEAN_EXPIRED_CONSUMEQUEUE = 306;

    /** Run-time dump of one consumer client (proxied by the broker with the same code). */
    public static final int GET_CONSUMER_RUNNING_INFO = 307;

    /** Offset correction table. */
    public static final int QUERY_CORRECTION_OFFSET = 308;

    /** Let a given client consume a given message once (proxied). */
    public static final int CONSUME_MESSAGE_DIRECTLY = 309;

    /** Store one message, short-name header. */
    public static final int SEND_MESSAGE_V2 = 310;

    /** Topics with the unit flag. */
    public static final int GET_UNIT_TOPIC_LIST = 311;

    /** Topics with the unit-subscription flag. */
    public static final int GET_HAS_UNIT_SUB_TOPIC_LIST = 312;

    /** Topics with unit-subscription but without unit flag. */
    public static final int GET_HAS_UNIT_SUB_UNUNIT_TOPIC_LIST = 313;

    /** Copy offsets from group to group. */
    public static final int CLONE_GROUP_OFFSET = 314;

    /** One statistics item. */
    public static final int VIEW_BROKER_STATS_DATA = 315;

    /** Drop consume queues of unknown topics. */
    public static final int CLEAN_UNUSED_TOPIC = 316;

    /** Consume progress of all groups of a broker. */
    public static final int GET_BROKER_CONSUME_STATS = 317;

    /** Change name-server configuration. */
    public static final int UPDATE_NAMESRV_CONFIG = 318;

    /** Dump name-server configuration. */
    public static final int GET_NAMESRV_CONFIG = 319;

    /** Store a batch in one call. */
    public static final int SEND_BATCH_MESSAGE = 320;

    /** Raw consume-queue entries. */
    public static final int QUERY_CONSUME_QUEUE = 321;

    /** Compare topic-table versions before registering. */
    public static final int QUERY_DATA_VERSION = 322;

    /** Put a dropped half message back for checking. */
    public static final int RESUME_CHECK_HALF_MESSAGE = 323;

    /** Reply of the request/reply feature, long names. */
    public static final int SEND_REPLY_MESSAGE = 324;

    /** Reply of the request/reply feature, short names. */
    public static final int SEND_REPLY_MESSAGE_V2 = 325;

    /** Deliver a reply to the requesting client (sync, 10 s). */
    public static final int PUSH_REPLY_MESSAGE_TO_CLIENT = 326;

    /** Give write permission back. */
    public static final int ADD_WRITE_PERM_OF_BROKER = 327;

    /** All producers of a broker. */
    public static final int GET_ALL_PRODUCER_INFO = 328;

    /** Delete expired commit-log files now. */
    public static final int DELETE_EXPIRED_COMMITLOG = 329;
}
