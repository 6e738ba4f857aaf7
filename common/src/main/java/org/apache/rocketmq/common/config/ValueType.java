package org.apache.rocketmq.common.config;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How the text of a value is read. Whole numbers are carried as {@link Long}. */
sealed interface ValueType {
    ParsedValue parse(String text);

    String typeName();

    String validValues();

    record Text() implements ValueType {
        @Override
        public ParsedValue parse(String text) {
            return new ParsedValue.Valid(text);
        }

        @Override
        public String typeName() {
            return "string";
        }

        @Override
        public String validValues() {
            return "any text";
        }
    }

    record FilePath() implements ValueType {
        @Override
        public ParsedValue parse(String text) {
            return new ParsedValue.Valid(HomeFolder.expand(text));
        }

        @Override
        public String typeName() {
            return "path";
        }

        @Override
        public String validValues() {
            return "a path";
        }
    }

    record Pattern(java.util.regex.Pattern pattern, String shape) implements ValueType {
        @Override
        public ParsedValue parse(String text) {
            return pattern.matcher(text).matches() ? new ParsedValue.Valid(text) : new ParsedValue.Invalid();
        }

        @Override
        public String typeName() {
            return "string";
        }

        @Override
        public String validValues() {
            return shape;
        }
    }

    record Flag() implements ValueType {
        @Override
        public ParsedValue parse(String text) {
            if (text.equalsIgnoreCase("true")) {
                return new ParsedValue.Valid(true);
            }
            return text.equalsIgnoreCase("false") ? new ParsedValue.Valid(false) : new ParsedValue.Invalid();
        }

        @Override
        public String typeName() {
            return "boolean";
        }

        @Override
        public String validValues() {
            return "true or false";
        }
    }

    /** Both ends included. */
    record Whole(long min, long max, boolean clamps) implements ValueType {
        Whole between(long lowest, long highest, boolean clamping) {
            return new Whole(lowest, highest, clamping);
        }

        @Override
        public ParsedValue parse(String text) {
            long value;
            try {
                value = Long.parseLong(text);
            } catch (NumberFormatException notWhole) {
                return new ParsedValue.Invalid();
            }
            if (value >= min && value <= max) {
                return new ParsedValue.Valid(value);
            }
            return clamps ? new ParsedValue.Clamped(Math.max(min, Math.min(max, value))) : new ParsedValue.Invalid();
        }

        @Override
        public String typeName() {
            return "number";
        }

        @Override
        public String validValues() {
            return "a whole number from " + min + " to " + max;
        }
    }

    record Choice(Class<? extends Enum<?>> choices) implements ValueType {
        @Override
        public ParsedValue parse(String text) {
            for (var choice : choices.getEnumConstants()) {
                if (choice.name().equals(text)) {
                    return new ParsedValue.Valid(choice);
                }
            }
            return new ParsedValue.Invalid();
        }

        @Override
        public String typeName() {
            return "enum";
        }

        @Override
        public String validValues() {
            return Arrays.stream(choices.getEnumConstants()).map(Enum::name).collect(Collectors.joining(" or "));
        }
    }
}
