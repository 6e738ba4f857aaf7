/**
 * What applications use beside producers and consumers.
 * Called by applications; stateless.
 */
package org.apache.rocketmq.client.utils;
