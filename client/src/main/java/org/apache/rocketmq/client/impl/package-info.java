/**
 * Historical names behind the facades that applications, starters and dashboards reach through accessors.
 * Thin: the work is done in the rooms route, broker, instance and send.
 */
package org.apache.rocketmq.client.impl;
