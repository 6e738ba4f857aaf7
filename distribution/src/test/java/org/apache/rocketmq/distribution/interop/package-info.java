/**
 * Our servers, client, tools and files mixed with the official ones in every pairing that users have.
 * Called by failsafe after the release folder was made.
 * Runs on the test's thread against processes.
 */
package org.apache.rocketmq.distribution.interop;
