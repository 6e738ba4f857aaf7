/**
 * The requests of the name server, one small class per family, all listed in
 * {@link org.apache.rocketmq.namesrv.request.NamesrvRequests}.
 * Called by the transport: reads of the route tables on the connection's event loop, everything else on the request lane.
 */
package org.apache.rocketmq.namesrv.request;
