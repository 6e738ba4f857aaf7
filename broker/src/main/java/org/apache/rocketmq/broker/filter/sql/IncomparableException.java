package org.apache.rocketmq.broker.filter.sql;

/** Two values cannot be compared, so the message does not match. Has no stack: it is thrown per message. */
final class IncomparableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    static final IncomparableException INSTANCE = new IncomparableException();

    private IncomparableException() {
        super("not comparable", null, false, false);
    }
}
