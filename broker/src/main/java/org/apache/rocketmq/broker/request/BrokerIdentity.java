package org.apache.rocketmq.broker.request;

import java.net.InetSocketAddress;
import java.util.function.LongSupplier;

/**
 * Who this broker is towards clients, name servers and its own records.
 *
 * @param clusterName cluster it belongs to
 * @param brokerName shared by a master and its slaves
 * @param brokerId 0 for a master, greater for a slave; can change with the role
 * @param advertisedHost brokerIP1: the address clients connect to
 * @param listenPort port of all requests
 * @param storeHost advertised address as it stands in every record and in every offset message id
 * @param bootTimestamp milliseconds since the epoch
 */
public record BrokerIdentity(
        String clusterName,
        String brokerName,
        LongSupplier brokerId,
        String advertisedHost,
        int listenPort,
        InetSocketAddress storeHost,
        long bootTimestamp) {

    /** {@code host:port} as name servers hand it out. */
    public String address() {
        return advertisedHost + ":" + listenPort;
    }
}
