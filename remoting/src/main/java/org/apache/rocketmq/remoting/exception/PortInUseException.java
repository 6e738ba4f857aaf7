package org.apache.rocketmq.remoting.exception;

/** A server could not listen on its port. The message is one line that names the port. */
public class PortInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int port;

    public PortInUseException(int port, Throwable cause) {
        super("cannot listen on port " + port + ": " + cause.getMessage(), cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
