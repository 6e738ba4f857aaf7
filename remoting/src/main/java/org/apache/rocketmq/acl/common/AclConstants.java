package org.apache.rocketmq.acl.common;

/** Names and limits of the ACL files. Source: broker, access control. */
public class AclConstants {
    /** Keys of the ACL file. */
    public static final String CONFIG_GLOBAL_WHITE_ADDRS = "globalWhiteRemoteAddresses";

    public static final String CONFIG_ACCOUNTS = "accounts";
    public static final String CONFIG_ACCESS_KEY = "accessKey";
    public static final String CONFIG_SECRET_KEY = "secretKey";
    public static final String CONFIG_WHITE_ADDR = "whiteRemoteAddress";
    public static final String CONFIG_ADMIN_ROLE = "admin";
    public static final String CONFIG_DEFAULT_TOPIC_PERM = "defaultTopicPerm";
    public static final String CONFIG_DEFAULT_GROUP_PERM = "defaultGroupPerm";
    public static final String CONFIG_TOPIC_PERMS = "topicPerms";
    public static final String CONFIG_GROUP_PERMS = "groupPerms";
    public static final String CONFIG_DATA_VERSION = "dataVersion";
    public static final String CONFIG_COUNTER = "counter";
    public static final String CONFIG_TIME_STAMP = "timestamp";

    /** Permissions of the ACL file. */
    public static final String PUB = "PUB";

    public static final String SUB = "SUB";
    public static final String DENY = "DENY";
    public static final String PUB_SUB = "PUB|SUB";
    public static final String SUB_PUB = "SUB|PUB";

    /** Keys and secrets must be longer than this, in characters. */
    public static final int ACCESS_KEY_MIN_LENGTH = 6;

    public static final int SECRET_KEY_MIN_LENGTH = 6;
}
