package org.apache.rocketmq.client.exception;

/** A broker answered with an error code. */
public class MQBrokerException extends Exception {
    private static final long serialVersionUID = 5975020272601250368L;

    private final int responseCode;
    private final String errorMessage;
    private final String brokerAddr;

    public MQBrokerException(int responseCode, String errorMessage) {
        this(responseCode, errorMessage, null);
    }

    public MQBrokerException(int responseCode, String errorMessage, String brokerAddr) {
        super(HelpLink.visit("CODE: " + responseCode + "  DESC: " + errorMessage
                + (brokerAddr == null ? "" : " BROKER: " + brokerAddr)));
        this.responseCode = responseCode;
        this.errorMessage = errorMessage;
        this.brokerAddr = brokerAddr;
    }

    public int getResponseCode() {
        return responseCode;
    }

    /** The remark of the broker, without code and help line. */
    public String getErrorMessage() {
        return errorMessage;
    }

    /** {@code ip:port} of the broker, or null when the thrower did not know it. */
    public String getBrokerAddr() {
        return brokerAddr;
    }
}
