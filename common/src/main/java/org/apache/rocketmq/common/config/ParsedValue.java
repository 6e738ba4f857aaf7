package org.apache.rocketmq.common.config;

/** What became of a value's text. */
sealed interface ParsedValue {
    /** The value as the key's setter takes it. */
    record Valid(Object value) implements ParsedValue {}

    /** Out of range and moved to the nearest end. */
    record Clamped(Object value) implements ParsedValue {}

    record Invalid() implements ParsedValue {}
}
