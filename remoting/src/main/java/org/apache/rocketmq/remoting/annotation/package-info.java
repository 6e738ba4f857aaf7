/**
 * Markers on header fields of the public API. They document which fields a peer must send; nothing reads them at run
 * time.
 */
package org.apache.rocketmq.remoting.annotation;
