/**
 * The name server: who is where. {@link org.apache.rocketmq.namesrv.NamesrvStartup} is the program,
 * {@link org.apache.rocketmq.namesrv.NamesrvController} the same server for embedding in another program.
 * Started by bin/mqnamesrv; parts: route (tables), kvconfig (persistent pairs), request (handlers).
 * Threads: the transport's event loops, the request lane and one timer.
 */
package org.apache.rocketmq.namesrv;
