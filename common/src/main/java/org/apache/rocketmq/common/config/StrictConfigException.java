package org.apache.rocketmq.common.config;

import java.util.List;
import java.util.stream.Collectors;

/** Strict mode: the configuration has warnings, so the server does not start. One line per warning in the message. */
public final class StrictConfigException extends Exception {
    public StrictConfigException(List<ConfigProblem> warnings) {
        super(warnings.stream()
                .map(ConfigProblem::toString)
                .collect(Collectors.joining(
                        System.lineSeparator(),
                        "configStrict=true and the configuration has warnings:" + System.lineSeparator(),
                        "")));
    }
}
