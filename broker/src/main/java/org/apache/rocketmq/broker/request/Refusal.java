package org.apache.rocketmq.broker.request;

/** Why a request is not carried out: response code and remark. */
public record Refusal(int code, String remark) {}
