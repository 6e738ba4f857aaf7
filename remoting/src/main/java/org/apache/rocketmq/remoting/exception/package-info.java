/** What a caller of the remoting layer can be told. All are checked. */
package org.apache.rocketmq.remoting.exception;
