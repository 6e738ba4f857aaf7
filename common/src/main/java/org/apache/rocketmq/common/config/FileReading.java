package org.apache.rocketmq.common.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One pass over a file's entries: sets what is valid, keeps what is no key, reports the rest. Confined to its caller. */
final class FileReading {
    private final ConfigFile file;
    private final List<Binding<?>> bindings;
    private final Collection<String> names;
    private final Map<String, String> extras;
    private final List<ConfigProblem> problems;

    FileReading(
            ConfigFile file,
            List<Binding<?>> bindings,
            Collection<String> names,
            Map<String, String> extras,
            List<ConfigProblem> problems) {
        this.file = file;
        this.bindings = bindings;
        this.names = names;
        this.extras = extras;
        this.problems = problems;
    }

    void run() {
        var effective = new HashMap<String, ConfigEntry>();
        for (var entry : file.entries()) {
            var earlier = effective.put(entry.key(), entry);
            if (earlier != null && !earlier.value().equals(entry.value())) {
                warn(entry, entry.key() + " was already given in line " + earlier.firstLine() + "; this one counts");
            }
        }
        // Derived places depend on keys that may come later in the file.
        file.entries().stream()
                .filter(entry -> effective.get(entry.key()) == entry)
                .forEach(this::set);
        file.entries().stream()
                .filter(entry -> effective.get(entry.key()) == entry)
                .forEach(this::checkDerived);
    }

    private void set(ConfigEntry entry) {
        var isKey = false;
        for (var binding : bindings) {
            if (binding.has(entry.key())) {
                set(binding, entry, !isKey);
                isKey = true;
            }
        }
        if (!isKey) {
            extras.put(entry.key(), entry.value());
            explain(entry);
        }
    }

    private <T> void set(Binding<T> binding, ConfigEntry entry, boolean report) {
        var key = binding.key(entry.key());
        var parsed = key.parse(entry.value());
        var isAlias = !key.name().equals(entry.key());
        if (isAlias) {
            extras.put(entry.key(), entry.value());
            if (file.value(key.name()).isPresent()) {
                note(entry, entry.key() + " is ignored because " + key.name() + " is given too");
                return;
            }
            note(entry, entry.key() + " is read as " + key.name());
        }
        binding.write(key, parsed);
        if (!report) {
            return;
        }
        if (parsed instanceof ParsedValue.Invalid) {
            warn(entry, described(key, entry) + "using " + binding.read(key.name()));
        } else if (parsed instanceof ParsedValue.Clamped) {
            warn(entry, described(key, entry) + "using the nearest, " + binding.read(key.name()));
        } else if (key.noEffectReason() != null) {
            note(entry, entry.key() + " has no effect: " + key.noEffectReason());
        }
    }

    private static String described(ConfigKey<?> key, ConfigEntry entry) {
        return entry.key() + "=" + entry.value() + " is not valid, it takes " + key.validValues() + "; ";
    }

    private void explain(ConfigEntry entry) {
        if (names.contains(entry.key())) {
            return;
        }
        for (var binding : bindings) {
            var reason = binding.schema().ignored().get(entry.key());
            if (reason != null) {
                note(entry, entry.key() + " is ignored: " + reason);
                return;
            }
            if (binding.schema().derived().containsKey(entry.key())) {
                return;
            }
        }
        warn(entry, Settings.unknownName(entry.key(), names));
    }

    private void checkDerived(ConfigEntry entry) {
        bindings.forEach(binding -> checkDerived(binding, entry));
    }

    private <T> void checkDerived(Binding<T> binding, ConfigEntry entry) {
        var place = binding.schema().derived().get(entry.key());
        if (place == null) {
            return;
        }
        var derived = place.apply(binding.target());
        var given = HomeFolder.expand(entry.value());
        extras.put(entry.key(), given);
        if (!isSamePlace(given, derived)) {
            warn(entry, entry.key() + "=" + entry.value() + " is not used: this always lies at " + derived);
        }
    }

    private static boolean isSamePlace(String one, String other) {
        try {
            return Path.of(one)
                    .toAbsolutePath()
                    .normalize()
                    .equals(Path.of(other).toAbsolutePath().normalize());
        } catch (InvalidPathException notAPath) {
            return false;
        }
    }

    private void note(ConfigEntry entry, String message) {
        report(ConfigProblem.Severity.NOTE, entry, message);
    }

    private void warn(ConfigEntry entry, String message) {
        report(ConfigProblem.Severity.WARNING, entry, message);
    }

    private void report(ConfigProblem.Severity severity, ConfigEntry entry, String message) {
        problems.add(new ConfigProblem(severity, file.name(), entry.firstLine(), entry.key(), message));
    }
}
