/** The command envelope, its two serializations and the typed access to header fields. Runs on the event loop. */
package org.apache.rocketmq.remoting.protocol;
