package org.apache.rocketmq.remoting.exception;

/** The request was refused before it was sent, because no time or no permit was left. */
public class RemotingTooMuchRequestException extends RemotingException {
    private static final long serialVersionUID = 4326919581254519654L;

    public RemotingTooMuchRequestException(String message) {
        super(message);
    }
}
