package org.apache.rocketmq.remoting.protocol;

/** Response codes that the remoting layer itself gives. Source: wire protocol, codes. */
public class RemotingSysResponseCode {
    /** Done. */
    public static final int SUCCESS = 0;

    /**
     * Generic failure; also any exception inside a handler (remark = exception text), ACL denial, unset code
     * (remark "not set any response code"), illegal queueId, illegal topic name, group without consumers (38),
     * unknown producer group (204), slave asked to modify, offset not found (33, 36).
     */
    public static final int SYSTEM_ERROR = 1;

    /**
     * Flow control; remarks [REJECTREQUEST] [OVERLOAD] [PCBUSY_CLEAN_QUEUE] [TIMEOUT_CLEAN_QUEUE], see wire.md
     * 1.9.
     */
    public static final int SYSTEM_BUSY = 2;

    /**
     * No handler for the request code; remark " request type N not supported" (leading blank). The name server
     * sends NO response instead.
     */
    public static final int REQUEST_CODE_NOT_SUPPORTED = 3;

    /** Defined, never sent in 4.9. */
    public static final int TRANSACTION_FAILED = 4;
}
