/**
 * What users do with a running cluster, by our client and by the official one.
 * Run by the integration tests, each class with servers of its own.
 */
package org.apache.rocketmq.distribution.scenario;
