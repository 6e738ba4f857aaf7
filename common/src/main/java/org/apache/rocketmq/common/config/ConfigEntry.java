package org.apache.rocketmq.common.config;

/**
 * One {@code key = value} of a file.
 *
 * @param firstLine first raw line, from 1
 * @param lastLine last raw line, greater than {@code firstLine} when the value goes on behind a backslash
 * @param comment the stripped {@code  #...} behind the value with the blanks before it, or empty
 */
public record ConfigEntry(int firstLine, int lastLine, String key, String value, String comment) {}
