/**
 * Marks on settings.
 *
 * <p>Read when a process prints its configuration, on the starting thread.
 */
package org.apache.rocketmq.common.annotation;
