/**
 * Places where applications and traces look into sending and consuming.
 * Called on the thread that sends or consumes; what a hook throws is swallowed, except by the forbidden check.
 */
package org.apache.rocketmq.client.hook;
