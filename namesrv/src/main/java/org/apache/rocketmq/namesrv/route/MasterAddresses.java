package org.apache.rocketmq.namesrv.route;

/** Where a slave finds its master; both null when there is none, or for a master. */
public record MasterAddresses(String masterAddr, String haServerAddr) {
    static final MasterAddresses NONE = new MasterAddresses(null, null);
}
