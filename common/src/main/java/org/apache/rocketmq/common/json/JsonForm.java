package org.apache.rocketmq.common.json;

/** The three ways in which 4.9 programs lay out JSON. */
enum JsonForm {
    /** Bodies on the wire. */
    COMPACT,
    /** Files and console: tabs, one member per line; entries with non-text keys stay on one line. */
    PRETTY,
    /** Route answers for peers that parse standard JSON only. */
    STANDARD
}
