/** Masters and slaves as processes: ours, official ones and mixed pairs. */
package org.apache.rocketmq.distribution.replication;
