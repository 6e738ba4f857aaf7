/**
 * Access control as both sides see it: credentials, request signatures, permission bits and address patterns. Called by
 * clients before a request goes out and by brokers before one is handled; on the thread of that request.
 */
package org.apache.rocketmq.acl.common;
