package org.apache.rocketmq.remoting;

import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/**
 * Sees each command on its way: signing on the client, access control on the server.
 *
 * <p>Called on the thread that sends or handles the command. When hooks are registered every ext field of a request,
 * those of its typed header included, stands in {@link RemotingCommand#getExtFields()}.
 */
public interface RPCHook {
    /** Before a request is sent, or before a received one is handled; an exception refuses the request. */
    void doBeforeRequest(String remoteAddr, RemotingCommand request);

    /** After the answer to a synchronous request came, or after a received request was answered. */
    void doAfterResponse(String remoteAddr, RemotingCommand request, RemotingCommand response);
}
