/**
 * Finding single messages: by key, by offset id, and the raw units of a queue. Requests 12, 33 and 321, on the query lane since
 * they may read cold files.
 */
package org.apache.rocketmq.broker.query;
