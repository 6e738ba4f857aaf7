package org.apache.rocketmq.remoting.netty;

/**
 * Handles the requests of one code (or a closely tied family). Registered in one table, together with the lane (bounded
 * executor) it runs on, or with none: then it runs to completion on the connection's event loop and must not block.
 */
@FunctionalInterface
public interface RequestHandler {
    /**
     * Handles one request. The answer is given through {@link Exchange#respond}, now or later, from any thread, at most
     * once; a handler may also never answer. The request body is valid until this method returns, unless it is retained.
     *
     * @throws Exception answered as a response with code 1 and the exception's text (never for a oneway request)
     */
    void handle(Exchange exchange) throws Exception;

    /** True while requests must be refused before they are queued (answered SYSTEM_BUSY, oneway ones too). */
    default boolean refusesNow() {
        return false;
    }
}
