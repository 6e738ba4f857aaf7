/**
 * Small public types and address functions around connections. Called by every module that knows remote addresses;
 * stateless, any thread.
 */
package org.apache.rocketmq.remoting.common;
