/**
 * The logger that applications share with the client.
 * Plain slf4j: the client writes no file of its own, whatever the classpath offers decides where lines go.
 */
package org.apache.rocketmq.client.log;
