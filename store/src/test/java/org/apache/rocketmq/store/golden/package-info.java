/** Stores written by the official 4.9.7 broker, as fixtures: unpacked into a folder of the test, with their manifest. */
package org.apache.rocketmq.store.golden;
