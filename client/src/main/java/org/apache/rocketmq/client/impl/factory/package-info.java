/**
 * The composition root of what facades with one client id share.
 * Started by the first facade, stopped by the last; see the rooms route, broker and instance for the parts.
 */
package org.apache.rocketmq.client.impl.factory;
