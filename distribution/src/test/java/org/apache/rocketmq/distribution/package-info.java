/**
 * End-to-end tests over the assembled release, arranged by what a user does with it.
 * Called by failsafe after the release folder was made.
 * Runs on the test's thread against processes.
 */
package org.apache.rocketmq.distribution;
