package org.apache.rocketmq.common.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A properties file as its author wrote it: raw lines, and the entries read from them.
 *
 * <p>The reading rules are those of {@link Properties} with four kindnesses: UTF-8 (ISO-8859-1 when the bytes are not
 * UTF-8), blanks behind a value are dropped, an explanation ({@code  #...}) behind a value is dropped and reported, and a
 * bad {@code \\u} escape is reported instead of refusing the file. A literal number sign behind a blank is written
 * {@code \#}. Immutable.
 */
public final class ConfigFile {
    private final String name;
    private final List<String> lines;
    private final String lineEnd;
    private final List<ConfigEntry> entries;
    private final List<ConfigProblem> problems;

    private ConfigFile(String name, List<String> lines, String lineEnd) {
        this.name = name;
        this.lines = List.copyOf(lines);
        this.lineEnd = lineEnd;
        var found = new ArrayList<ConfigEntry>();
        var remarks = new ArrayList<ConfigProblem>();
        for (int i = 0; i < lines.size(); i++) {
            var first = lines.get(i).stripLeading();
            if (first.isEmpty() || first.charAt(0) == '#' || first.charAt(0) == '!') {
                continue;
            }
            int firstLine = i + 1;
            var logical = new StringBuilder(first);
            while (endsOpen(logical) && i + 1 < lines.size()) {
                logical.setLength(logical.length() - 1);
                logical.append(lines.get(++i).stripLeading());
            }
            found.add(read(logical.toString(), firstLine, i + 1, remarks));
        }
        entries = List.copyOf(found);
        problems = List.copyOf(remarks);
    }

    public static ConfigFile read(Path path) throws IOException {
        return parse(path.toString(), decode(Files.readAllBytes(path)));
    }

    /** @param name how problems call the file */
    public static ConfigFile parse(String name, String text) {
        var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new ConfigFile(name, plain.lines().toList(), plain.contains("\r\n") ? "\r\n" : "\n");
    }

    public String name() {
        return name;
    }

    /** In file order; a key may come more than once, the last one counts. */
    public List<ConfigEntry> entries() {
        return entries;
    }

    public List<ConfigProblem> problems() {
        return problems;
    }

    public Optional<String> value(String key) {
        return last(key).map(ConfigEntry::value);
    }

    public String text() {
        return lines.isEmpty() ? "" : String.join(lineEnd, lines) + lineEnd;
    }

    /** The same file with the line of {@code key} changed, or with a line added at the end. All other lines stay. */
    public ConfigFile with(String key, String value) {
        var changed = new ArrayList<>(lines);
        var entry = last(key);
        if (entry.isEmpty()) {
            changed.add(key + "=" + escape(value));
            return new ConfigFile(name, changed, lineEnd);
        }
        var old = entry.get();
        var raw = lines.get(old.firstLine() - 1);
        var start = valueStart(raw);
        var oneLineWithValue = old.firstLine() == old.lastLine() && start < raw.length();
        var head = oneLineWithValue ? raw.substring(0, start) : key + "=";
        var replaced = changed.subList(old.firstLine() - 1, old.lastLine());
        replaced.clear();
        replaced.add(head + escape(value) + old.comment());
        return new ConfigFile(name, changed, lineEnd);
    }

    private Optional<ConfigEntry> last(String key) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).key().equals(key)) {
                return Optional.of(entries.get(i));
            }
        }
        return Optional.empty();
    }

    private ConfigEntry read(String logical, int firstLine, int lastLine, List<ConfigProblem> remarks) {
        int valueStart = valueStart(logical);
        int commentStart = commentStart(logical, valueStart);
        var comment = logical.substring(commentStart);
        var pair = unescape(logical.substring(0, commentStart));
        if (pair == null) {
            var key = logical.substring(0, valueStart).replaceAll("[\\s=:]+$", "");
            remarks.add(new ConfigProblem(
                    ConfigProblem.Severity.WARNING,
                    name,
                    firstLine,
                    key,
                    key + " has a \\u escape that is not followed by four hexadecimal digits; it is taken literally"));
            pair = unescape(withLiteralUnicodeEscapes(logical.substring(0, commentStart)));
        }
        var value = pair[1].strip();
        if (!comment.isBlank()) {
            remarks.add(new ConfigProblem(
                    ConfigProblem.Severity.WARNING,
                    name,
                    firstLine,
                    pair[0],
                    pair[0] + ": the explanation '" + comment.strip() + "' behind the value is not part of it, using '"
                            + value + "'; put comments on lines of their own, or write \\# for a literal number sign"));
        }
        return new ConfigEntry(firstLine, lastLine, pair[0], value, comment);
    }

    /** @return key and value, or null for a broken escape */
    private static String[] unescape(String logical) {
        var single = new Properties();
        try {
            single.load(new StringReader(logical));
        } catch (IllegalArgumentException brokenEscape) {
            return null;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        var key = single.stringPropertyNames().iterator().next();
        return new String[] {key, single.getProperty(key)};
    }

    /** Doubles the backslash of every {@code \\}{@code u}, but not of a backslash that is escaped itself. */
    private static String withLiteralUnicodeEscapes(String logical) {
        var literal = new StringBuilder(logical);
        for (int i = 0; i + 1 < literal.length(); i++) {
            if (literal.charAt(i) == '\\') {
                if (literal.charAt(i + 1) == 'u') {
                    literal.insert(i, '\\');
                }
                i++;
            }
        }
        return literal.toString();
    }

    /** Index behind the key, the blanks and the one separator. */
    private static int valueStart(String line) {
        int i = 0;
        while (i < line.length() && isBlank(line.charAt(i))) {
            i++;
        }
        for (; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '=' || c == ':' || isBlank(c)) {
                break;
            }
        }
        i = skipBlanks(line, Math.min(i, line.length()));
        if (i < line.length() && (line.charAt(i) == '=' || line.charAt(i) == ':')) {
            i = skipBlanks(line, i + 1);
        }
        return i;
    }

    /** Index of the blanks before an unescaped {@code #} that follows a blank, else the length. */
    private static int commentStart(String logical, int valueStart) {
        for (int i = valueStart; i < logical.length(); i++) {
            char c = logical.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '#' && i > 0 && isBlank(logical.charAt(i - 1))) {
                int blanks = i;
                while (blanks > valueStart && isBlank(logical.charAt(blanks - 1))) {
                    blanks--;
                }
                return blanks;
            }
        }
        return logical.length();
    }

    private static int skipBlanks(String line, int from) {
        int i = from;
        while (i < line.length() && isBlank(line.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    /** An odd number of backslashes at the end: the value goes on in the next line. */
    private static boolean endsOpen(CharSequence line) {
        int backslashes = 0;
        for (int i = line.length() - 1; i >= 0 && line.charAt(i) == '\\'; i--) {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace(" #", " \\#");
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
