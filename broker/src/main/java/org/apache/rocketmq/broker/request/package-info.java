/**
 * What every handler may be given: who this broker is, why a request is refused, the lanes requests wait in. Holds no state but the
 * lanes, whose threads the broker starts and stops.
 */
package org.apache.rocketmq.broker.request;
