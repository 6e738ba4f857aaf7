package org.apache.rocketmq.broker.route;

/** Told after a registration who the master of this broker's name is. */
@FunctionalInterface
public interface MasterListener {
    /**
     * @param masterAddress {@code host:port} of the master, null or empty when there is none
     * @param haServerAddress {@code host:port} where the master serves slaves
     */
    void masterKnown(String masterAddress, String haServerAddress);
}
