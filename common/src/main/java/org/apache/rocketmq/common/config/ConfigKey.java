package org.apache.rocketmq.common.config;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * One setting of a plain configuration object {@code T}. The default is what a fresh object holds. Immutable.
 *
 * <p>Values travel as text: {@link #parse} turns text into the value of the key's type or says what would be valid.
 */
public final class ConfigKey<T> {
    private final String name;
    private final ValueType type;
    private final Function<T, Object> getter;
    private final BiConsumer<T, Object> setter;
    private final KeyTraits traits;

    private ConfigKey(
            String name, ValueType type, Function<T, Object> getter, BiConsumer<T, Object> setter, KeyTraits traits) {
        this.name = name;
        this.type = type;
        this.getter = getter;
        this.setter = setter;
        this.traits = traits;
    }

    public static <T> ConfigKey<T> text(String name, Function<T, String> getter, BiConsumer<T, String> setter) {
        return new ConfigKey<>(
                name, new ValueType.Text(), getter::apply, (t, v) -> setter.accept(t, (String) v), KeyTraits.NONE);
    }

    /** A path, or several separated by commas; a leading {@code ~} is the home folder. */
    public static <T> ConfigKey<T> path(String name, Function<T, String> getter, BiConsumer<T, String> setter) {
        return new ConfigKey<>(
                name, new ValueType.FilePath(), getter::apply, (t, v) -> setter.accept(t, (String) v), KeyTraits.NONE);
    }

    public static <T> ConfigKey<T> flag(String name, Predicate<T> getter, BiConsumer<T, Boolean> setter) {
        return new ConfigKey<>(
                name, new ValueType.Flag(), getter::test, (t, v) -> setter.accept(t, (Boolean) v), KeyTraits.NONE);
    }

    public static <T> ConfigKey<T> integer(String name, ToIntFunction<T> getter, ObjIntConsumer<T> setter) {
        return new ConfigKey<>(
                name,
                new ValueType.Whole(Integer.MIN_VALUE, Integer.MAX_VALUE, false),
                getter::applyAsInt,
                (t, v) -> setter.accept(t, ((Long) v).intValue()),
                KeyTraits.NONE);
    }

    public static <T> ConfigKey<T> longInteger(String name, ToLongFunction<T> getter, ObjLongConsumer<T> setter) {
        return new ConfigKey<>(
                name,
                new ValueType.Whole(Long.MIN_VALUE, Long.MAX_VALUE, false),
                getter::applyAsLong,
                (t, v) -> setter.accept(t, (Long) v),
                KeyTraits.NONE);
    }

    public static <T, E extends Enum<E>> ConfigKey<T> choice(
            String name, Class<E> choices, Function<T, E> getter, BiConsumer<T, E> setter) {
        return new ConfigKey<>(
                name,
                new ValueType.Choice(choices),
                getter::apply,
                (t, v) -> setter.accept(t, choices.cast(v)),
                KeyTraits.NONE);
    }

    /** Both ends included; a value outside is refused. */
    public ConfigKey<T> between(long min, long max) {
        return with(((ValueType.Whole) type).between(min, max, false));
    }

    /** As {@link #between} without an upper end of its own. */
    public ConfigKey<T> atLeast(long min) {
        var whole = (ValueType.Whole) type;
        return with(whole.between(min, whole.max(), false));
    }

    /** Both ends included; a value outside is moved to the nearest end. */
    public ConfigKey<T> clampedTo(long min, long max) {
        return with(((ValueType.Whole) type).between(min, max, true));
    }

    /** The whole text must match; {@code shape} says in words what is valid. */
    public ConfigKey<T> matching(String regex, String shape) {
        return with(new ValueType.Pattern(java.util.regex.Pattern.compile(regex), shape));
    }

    public ConfigKey<T> unit(String unit) {
        return with(traits.withUnit(unit));
    }

    /** One line: what it does. */
    public ConfigKey<T> doc(String line) {
        return with(traits.withDoc(line));
    }

    /** May change while the server runs. */
    public ConfigKey<T> dynamic() {
        return with(traits.withDynamic());
    }

    /** Part of the short print-out of {@code mqbroker -m}. */
    public ConfigKey<T> important() {
        return with(traits.withImportant());
    }

    /** Other spellings that files carry and that mean the same. */
    public ConfigKey<T> alias(String... aliases) {
        return with(traits.withAliases(List.of(aliases)));
    }

    /** The name under which dumps list the value, where it is not the settable one. */
    public ConfigKey<T> listedAs(String listedName) {
        return with(traits.withListedName(listedName));
    }

    /** Accepted and shown, but nothing reads it; {@code reason} says why. */
    public ConfigKey<T> withoutEffect(String reason) {
        return with(traits.withoutEffect(reason));
    }

    public String name() {
        return name;
    }

    public List<String> aliases() {
        return traits.aliases();
    }

    public String listedName() {
        return traits.listedName() == null ? name : traits.listedName();
    }

    public String typeName() {
        return type.typeName();
    }

    /** In words, with the unit: what a value must look like. */
    public String validValues() {
        return traits.unit().isEmpty() ? type.validValues() : type.validValues() + " (" + traits.unit() + ")";
    }

    public String unit() {
        return traits.unit();
    }

    public String doc() {
        return traits.doc();
    }

    public boolean isDynamic() {
        return traits.dynamic();
    }

    public boolean isImportant() {
        return traits.important();
    }

    /** Why setting the key changes nothing, or null when it does. */
    public String noEffectReason() {
        return traits.noEffectReason();
    }

    /** @return the live value as text, or null when unset */
    public String read(T target) {
        var value = getter.apply(target);
        return value == null ? null : value.toString();
    }

    ParsedValue parse(String text) {
        return type.parse(text);
    }

    void write(T target, Object value) {
        setter.accept(target, value);
    }

    private ConfigKey<T> with(ValueType changed) {
        return new ConfigKey<>(name, changed, getter, setter, traits);
    }

    private ConfigKey<T> with(KeyTraits changed) {
        return new ConfigKey<>(name, type, getter, setter, changed);
    }
}
