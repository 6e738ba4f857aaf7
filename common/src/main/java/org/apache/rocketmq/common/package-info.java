/** Names, settings and small values that every module shares. Uses nothing of ours and opens no sockets. */
package org.apache.rocketmq.common;
