package org.apache.rocketmq.client.exception;

/** A fault found by the client itself, or one that ends all its tries. Not thread-safe: code and text may be replaced by the thrower. */
public class MQClientException extends Exception {
    private static final long serialVersionUID = -5758410930844185841L;

    private int responseCode;
    private String errorMessage;

    /** A fault without a code (-1). */
    public MQClientException(String errorMessage, Throwable cause) {
        super(HelpLink.visit(errorMessage), cause);
        this.responseCode = -1;
        this.errorMessage = errorMessage;
    }

    public MQClientException(int responseCode, String errorMessage) {
        super(HelpLink.visit("CODE: " + responseCode + "  DESC: " + errorMessage));
        this.responseCode = responseCode;
        this.errorMessage = errorMessage;
    }

    /** A response code of the broker, a client error code, or -1. */
    public int getResponseCode() {
        return responseCode;
    }

    public MQClientException setResponseCode(int responseCode) {
        this.responseCode = responseCode;
        return this;
    }

    /** The bare text, without code and help line. */
    public String getErrorMessage() {
        return errorMessage;
    }

    public void setErrorMessage(String errorMessage) {
        this.errorMessage = errorMessage;
    }
}
