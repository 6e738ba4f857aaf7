package org.apache.rocketmq.srvutil;

/** A server does not start. The message is what the user reads, one line; the program ends with the status. */
public final class StartFailure extends Exception {
    public static final int STATUS_FAILED = -1;
    public static final int STATUS_NO_HOME = -2;
    public static final int STATUS_NOT_INITIALIZED = -3;

    private final int status;

    public StartFailure(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Exit status of the program. */
    public int status() {
        return status;
    }
}
