/**
 * Finding single messages: by key, by offset id, and the raw units of a queue. Requests 12 and 33 run on the query lane since
 * they may read cold files, 321 on the admin lane; no state.
 */
package org.apache.rocketmq.broker.query;
