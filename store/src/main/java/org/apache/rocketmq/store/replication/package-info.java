/**
 * Copies the log of a master to its slaves, byte by byte, and tells how far the copies are.
 * Called by the engine; the bytes on the connection are those of the 4.9 line. No network library: plain NIO.
 * Two threads: "ReplicateToSlaves" serves all slaves, "ReplicateFromMaster" (on a slave only) follows the master.
 */
package org.apache.rocketmq.store.replication;
