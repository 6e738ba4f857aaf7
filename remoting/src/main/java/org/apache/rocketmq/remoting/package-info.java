/** The door of the remoting layer: clients, servers, hooks and typed headers. Uses netty and common. */
package org.apache.rocketmq.remoting;
