package org.apache.rocketmq.common.config;

import java.util.List;
import java.util.Set;

/** What became of an online update. Either everything valid was applied, or nothing was. */
public sealed interface ConfigUpdate {
    /**
     * @param changed names of the keys whose value is new
     * @param ignored one sentence for each unknown name of the request; 4.9 answers success for them
     */
    record Applied(Set<String> changed, List<String> ignored) implements ConfigUpdate {}

    /** A key that must not change while the server runs; answered with NO_PERMISSION (16). */
    record Forbidden(String remark) implements ConfigUpdate {}

    /** A text or value that cannot be read, or a file that cannot be written; answered with SYSTEM_ERROR (1). */
    record Invalid(String remark) implements ConfigUpdate {}
}
