package org.apache.rocketmq.remoting.netty;

/** Lets a processor of the public API handle requests. As thread-safe as the processor. */
record ProcessorHandler(NettyRequestProcessor processor) implements RequestHandler {
    @Override
    public void handle(Exchange exchange) throws Exception {
        var request = exchange.request();
        // A processor may answer after it returned, so the body must not live in the transport's buffer.
        request.setBody(request.getBody());
        var response = processor.processRequest(
                ((InboundExchange) exchange).connection().context(), request);
        if (response != null) {
            exchange.respond(response);
        }
    }

    @Override
    public boolean refusesNow() {
        return processor.rejectRequest();
    }
}
