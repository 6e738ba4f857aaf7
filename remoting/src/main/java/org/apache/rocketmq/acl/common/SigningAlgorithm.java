package org.apache.rocketmq.acl.common;

/** Message authentication codes by their Java name. Peers use HmacSHA1. */
public enum SigningAlgorithm {
    HmacSHA1,
    HmacSHA256,
    HmacMD5
}
