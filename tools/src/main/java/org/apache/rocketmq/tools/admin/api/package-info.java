/**
 * What the admin client tells about the way of a message: result types of {@code messageTrackDetail}.
 * Read by the command line and by dashboards, on the thread of their call.
 */
package org.apache.rocketmq.tools.admin.api;
