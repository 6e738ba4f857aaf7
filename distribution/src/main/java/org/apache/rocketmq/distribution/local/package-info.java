/**
 * A name server and a broker in one JVM, for trying things out without installing anything.
 * Called by {@code bin/mqlocal}.
 * Runs on the main thread; the servers bring their own threads.
 */
package org.apache.rocketmq.distribution.local;
