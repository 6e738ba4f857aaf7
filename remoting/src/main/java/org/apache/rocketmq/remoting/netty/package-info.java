/**
 * Server and client on Netty: connections, frames, dispatch of requests to lanes, matching of responses. Called by the
 * composition roots of broker, name server and client; frames are read and written on the event loops.
 */
package org.apache.rocketmq.remoting.netty;
