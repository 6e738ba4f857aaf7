package org.apache.rocketmq.acl.common;

/** A request is not allowed, or could not be signed. Brokers send the text as remark of an error response. */
public class AclException extends RuntimeException {
    /** Short name of the cause; null when there is none. */
    private String status;

    private int code;

    public AclException(String status, int code) {
        this.status = status;
        this.code = code;
    }

    public AclException(String status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public AclException(String message) {
        super(message);
    }

    public AclException(String message, Throwable throwable) {
        super(message, throwable);
    }

    public AclException(String status, int code, String message, Throwable throwable) {
        super(message, throwable);
        this.status = status;
        this.code = code;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public int getCode() {
        return code;
    }

    public void setCode(int code) {
        this.code = code;
    }
}
