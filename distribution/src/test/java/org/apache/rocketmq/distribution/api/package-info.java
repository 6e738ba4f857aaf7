/**
 * Whether programs written for 4.9 find every public member they need.
 * Run by the integration tests; reads class files of both releases by reflection, without running them.
 */
package org.apache.rocketmq.distribution.api;
