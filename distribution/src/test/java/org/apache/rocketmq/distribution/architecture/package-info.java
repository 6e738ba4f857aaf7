/** Dependency rules, checked on the built classes. */
package org.apache.rocketmq.distribution.architecture;
