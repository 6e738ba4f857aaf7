package org.apache.rocketmq.client.route;

/**
 * A broker node chosen for a request.
 *
 * @param address {@code ip:port}
 * @param slave whether it is not the master (id 0)
 * @param version version ordinal of its last heartbeat answer, 0 when unknown
 */
public record BrokerAddress(String address, boolean slave, int version) {}
