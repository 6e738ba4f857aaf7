/**
 * Which messages of a queue a group gets: tests by tag hash and, when {@code enablePropertyFilter} is on, by SQL92 expression.
 * Called by pull and long polling on their threads; holds no lock while a message is tested.
 */
package org.apache.rocketmq.broker.filter;
