/**
 * Metadata that survives a restart: small JSON files, replaced as a whole. Called by the owner of the metadata on its
 * timer thread and at start and stop.
 */
package org.apache.rocketmq.common.persist;
