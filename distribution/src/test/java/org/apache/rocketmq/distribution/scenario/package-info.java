/**
 * What users do and rely on, told as they told it; SCENARIOS.md beside the sources says which test shows what.
 * Called by failsafe after the release folder was made.
 * Runs on the test's thread against processes.
 */
package org.apache.rocketmq.distribution.scenario;
