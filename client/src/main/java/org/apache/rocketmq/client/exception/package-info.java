/**
 * What producers and consumers throw: client faults, broker refusals and unanswered requests.
 * Thrown on the caller's thread or handed to callbacks; the texts are read by users and scripts.
 */
package org.apache.rocketmq.client.exception;
