/**
 * Telling the name servers who this broker is and which topics it has: at start, every 30 seconds and after changes. Runs on
 * threads of the registration; nobody on a request path waits for a name server, except for an administrator's change.
 */
package org.apache.rocketmq.broker.route;
