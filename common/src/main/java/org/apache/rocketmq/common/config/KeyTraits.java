package org.apache.rocketmq.common.config;

import java.util.List;

/** What a key carries beside its type: spelling, unit, meaning and how it may change. */
record KeyTraits(
        List<String> aliases,
        String listedName,
        String unit,
        String doc,
        boolean dynamic,
        boolean important,
        String noEffectReason) {
    static final KeyTraits NONE = new KeyTraits(List.of(), null, "", "", false, false, null);

    KeyTraits withAliases(List<String> changed) {
        return new KeyTraits(changed, listedName, unit, doc, dynamic, important, noEffectReason);
    }

    KeyTraits withListedName(String changed) {
        return new KeyTraits(aliases, changed, unit, doc, dynamic, important, noEffectReason);
    }

    KeyTraits withUnit(String changed) {
        return new KeyTraits(aliases, listedName, changed, doc, dynamic, important, noEffectReason);
    }

    KeyTraits withDoc(String changed) {
        return new KeyTraits(aliases, listedName, unit, changed, dynamic, important, noEffectReason);
    }

    KeyTraits withDynamic() {
        return new KeyTraits(aliases, listedName, unit, doc, true, important, noEffectReason);
    }

    KeyTraits withImportant() {
        return new KeyTraits(aliases, listedName, unit, doc, dynamic, true, noEffectReason);
    }

    KeyTraits withoutEffect(String reason) {
        return new KeyTraits(aliases, listedName, unit, doc, dynamic, important, reason);
    }
}
