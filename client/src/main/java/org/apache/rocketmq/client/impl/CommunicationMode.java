package org.apache.rocketmq.client.impl;

/** How a message is sent; hooks see it. */
public enum CommunicationMode {
    SYNC,
    ASYNC,
    ONEWAY
}
