/**
 * The requests behind the admin client, by whom they are sent to, and the procedures composed of them.
 * Called by the facade only, on the thread of its caller.
 */
package org.apache.rocketmq.tools.admin.request;
