/** Load programs that compare two brokers; started by {@code src/test/bench/compare.sh}, not by the tests. */
package org.apache.rocketmq.distribution.bench;
