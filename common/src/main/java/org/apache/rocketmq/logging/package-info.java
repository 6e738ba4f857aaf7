/**
 * The logger seam that public classes show; slf4j stands behind it.
 *
 * <p>Called from any thread; an application may register its own factory.
 */
package org.apache.rocketmq.logging;
