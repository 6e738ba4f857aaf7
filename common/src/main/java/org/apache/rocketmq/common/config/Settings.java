package org.apache.rocketmq.common.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.rocketmq.common.file.FileReplacement;

/**
 * The settings of one process: several plain objects behind their schemas, one file, and what the file holds beyond
 * them. One entry of the file sets every object that has a key of that name. Thread-safe (guarded by this).
 */
public final class Settings {
    private static final String STRICT_KEY = "configStrict";
    private static final String BLACK_LIST_KEY = "configBlackList";

    private final List<Binding<?>> bindings;
    private final Set<String> neverOnline;
    private final Map<String, String> extras = new LinkedHashMap<>();
    private Path storePath;

    /**
     * @param storePath where an online update is written; replaced by the file that is loaded
     * @param neverOnline names that an online update must refuse whatever the schema says
     */
    public Settings(Path storePath, Set<String> neverOnline, List<Binding<?>> bindings) {
        this.storePath = storePath;
        this.neverOnline = Set.copyOf(neverOnline);
        this.bindings = List.copyOf(bindings);
    }

    /**
     * Applies a file and makes it the place of online updates.
     *
     * @return what its author should know, by line
     * @throws StrictConfigException in strict mode (key {@code configStrict=true} or property
     *     {@code rocketmq.configStrict}) when there is any warning
     */
    public synchronized List<ConfigProblem> load(Path path) throws IOException, StrictConfigException {
        var problems = apply(ConfigFile.read(path));
        storePath = path;
        return problems;
    }

    /** Applies a file without making it the place of online updates. */
    public synchronized List<ConfigProblem> apply(ConfigFile file) throws StrictConfigException {
        var problems = new ArrayList<>(file.problems());
        new FileReading(file, bindings, names(), extras, problems).run();
        problems.sort(Comparator.comparingInt(ConfigProblem::line));
        var strict = Environment.configStrict()
                || file.value(STRICT_KEY).filter("true"::equalsIgnoreCase).isPresent();
        var warnings = problems.stream().filter(ConfigProblem::isWarning).toList();
        if (strict && !warnings.isEmpty()) {
            throw new StrictConfigException(warnings);
        }
        return problems;
    }

    /** Sets one key as the command line does. @throws IllegalArgumentException when unknown or not valid */
    public synchronized void set(String name, String value) {
        var found = false;
        for (var binding : bindings) {
            found |= binding.write(name, value);
        }
        if (!found) {
            throw new IllegalArgumentException("unknown key " + name);
        }
    }

    /** The live value, or what the file said for a name that is no key; null when unset. */
    public synchronized String value(String name) {
        for (var binding : bindings) {
            if (binding.has(name)) {
                return binding.read(name);
            }
        }
        return extras.get(name);
    }

    /** {@code name=value} for each key, schema by schema; null is empty. For the print-out of {@code -p}. */
    public List<String> lines() {
        return lines(key -> true);
    }

    /** As {@link #lines()}, only what {@code -m} shows. */
    public List<String> importantLines() {
        return lines(ConfigKey::isImportant);
    }

    /** Everything that is set, unknown names of the file included; null values are left out. */
    public synchronized Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        for (var binding : bindings) {
            binding.forEach((key, value) -> {
                if (value != null) {
                    all.putIfAbsent(key.listedName(), value);
                }
            });
        }
        extras.forEach(all::putIfAbsent);
        return all;
    }

    /** Body of the get-config answers: {@code key=value\n} each, values not escaped. */
    public String text() {
        var text = new StringBuilder(4096);
        all().forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
        return text.toString();
    }

    public synchronized Path storePath() {
        return storePath;
    }

    /**
     * Online update. Only keys marked dynamic may change (others may be repeated with their present value); the file
     * keeps its other lines, order and comments. Nothing is applied unless all of it can be.
     *
     * @param body properties text
     */
    public synchronized ConfigUpdate update(String body) {
        var wanted = new Properties();
        try {
            wanted.load(new StringReader(body));
        } catch (IOException | IllegalArgumentException unreadable) {
            return new ConfigUpdate.Invalid("string2Properties error");
        }
        var forbidden = forbiddenNames();
        if (wanted.stringPropertyNames().stream().anyMatch(forbidden::contains)) {
            return new ConfigUpdate.Forbidden("Can not update config in black list.");
        }
        var changes = new LinkedHashMap<String, String>();
        var ignored = new ArrayList<String>();
        for (var name : wanted.stringPropertyNames().stream().sorted().toList()) {
            var refusal = examine(name, wanted.getProperty(name).strip(), changes, ignored);
            if (refusal != null) {
                return refusal;
            }
        }
        if (changes.isEmpty()) {
            return new ConfigUpdate.Applied(Set.of(), ignored);
        }
        try {
            store(changes);
        } catch (IOException notWritten) {
            return new ConfigUpdate.Invalid(
                    "nothing was changed, the configuration file " + storePath + " cannot be written: " + notWritten);
        }
        changes.forEach(this::set);
        return new ConfigUpdate.Applied(new LinkedHashSet<>(changes.keySet()), ignored);
    }

    /** Sorts one wanted pair into changes or ignored. @return why the whole update is refused, or null */
    private ConfigUpdate examine(String name, String value, Map<String, String> changes, List<String> ignored) {
        var holders = bindings.stream().filter(binding -> binding.has(name)).toList();
        if (holders.isEmpty()) {
            // 4.9 quirk: an unknown name is answered with success; here the remark of the answer says so.
            ignored.add(unknownName(name, names()));
            return null;
        }
        var key = holders.get(0).key(name);
        var present = holders.get(0).read(name);
        if (value.equals(present)) {
            return null;
        }
        if (!key.isDynamic()) {
            return new ConfigUpdate.Forbidden("Can not update config " + key.name()
                    + " while the server runs: change it in " + storePath + " and restart");
        }
        if (!(key.parse(value) instanceof ParsedValue.Valid)) {
            return new ConfigUpdate.Invalid(
                    key.name() + "=" + value + " is not valid, it takes " + key.validValues() + "; still " + present);
        }
        changes.put(key.name(), value);
        return null;
    }

    private void store(Map<String, String> changes) throws IOException {
        var file = Files.exists(storePath) ? ConfigFile.read(storePath) : ConfigFile.parse(storePath.toString(), "");
        for (var change : changes.entrySet()) {
            var spelling = change.getKey();
            for (var entry : file.entries()) {
                if (bindings.stream()
                        .anyMatch(b ->
                                b.has(entry.key()) && b.key(entry.key()).name().equals(change.getKey()))) {
                    spelling = entry.key();
                }
            }
            file = file.with(spelling, change.getValue());
        }
        // Behind a symbolic link the file itself is replaced, not the link.
        FileReplacement.replace(Files.exists(storePath) ? storePath.toRealPath() : storePath, file.text());
    }

    private Set<String> forbiddenNames() {
        var forbidden = new HashSet<>(neverOnline);
        var configured = value(BLACK_LIST_KEY);
        if (configured != null) {
            for (var name : configured.split(";")) {
                forbidden.add(name.strip());
            }
        }
        return forbidden;
    }

    private Collection<String> names() {
        var names = new LinkedHashSet<String>();
        names.add(STRICT_KEY);
        for (var binding : bindings) {
            binding.schema().keys().forEach(key -> names.add(key.name()));
            names.addAll(binding.schema().fileOnly());
        }
        return names;
    }

    static String unknownName(String name, Collection<String> names) {
        return "unknown key '" + name + "' has no effect"
                + NearestName.of(name, names)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("");
    }

    private synchronized List<String> lines(Predicate<ConfigKey<?>> chosen) {
        var lines = new ArrayList<String>();
        for (var binding : bindings) {
            binding.forEach((key, value) -> {
                if (chosen.test(key)) {
                    lines.add(key.name() + "=" + Objects.requireNonNullElse(value, ""));
                }
            });
        }
        return lines;
    }
}
