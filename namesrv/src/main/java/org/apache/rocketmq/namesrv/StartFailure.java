package org.apache.rocketmq.namesrv;

/** The name server does not start. The message is what the user reads; the program ends with the status. */
final class StartFailure extends Exception {
    static final int STATUS_FAILED = -1;
    static final int STATUS_NO_HOME = -2;
    static final int STATUS_NOT_INITIALIZED = -3;

    private final int status;

    StartFailure(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
