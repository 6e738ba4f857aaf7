package org.apache.rocketmq.common.json;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes one value as text in the dialect of 4.9 peers. Never writes references: a shared object is written twice. */
final class JsonWriter {
    /** A cycle would never end; no body nests this deep. */
    private static final int MAX_DEPTH = 512;

    private final StringBuilder out = new StringBuilder(256);
    private final JsonForm form;
    private int depth;

    JsonWriter(JsonForm form) {
        this.form = form;
    }

    String write(Object value) {
        append(value);
        return out.toString();
    }

    private void append(Object value) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof CharSequence || value instanceof Character) {
            appendText(value.toString());
        } else if (value instanceof Enum<?> constant) {
            appendText(constant.name());
        } else if (value instanceof Number number) {
            appendNumber(number);
        } else if (value instanceof Boolean || value instanceof AtomicBoolean) {
            out.append(value);
        } else if (value instanceof byte[] bytes) {
            appendText(Base64.getEncoder().encodeToString(bytes));
        } else if (value instanceof Map<?, ?> map) {
            appendMap(map);
        } else if (value instanceof List<?> list) {
            appendList(list);
        } else if (value instanceof Collection<?> set) {
            appendOnOneLine(set);
        } else if (value.getClass().isArray()) {
            appendOnOneLine(elementsOf(value));
        } else {
            appendBean(value);
        }
    }

    private void appendNumber(Number number) {
        boolean notFinite =
                number instanceof Double || number instanceof Float ? !Double.isFinite(number.doubleValue()) : false;
        if (notFinite) {
            out.append("null");
        } else {
            out.append(number);
        }
    }

    private void appendBean(Object bean) {
        List<BeanShape.Property> properties = BeanShape.of(bean.getClass()).readable();
        out.append('{');
        indent(bean);
        String separator = "";
        if (!properties.isEmpty()) {
            newLine();
        }
        for (BeanShape.Property property : properties) {
            Object value = property.get(bean);
            if (value == null) {
                continue;
            }
            if (!separator.isEmpty()) {
                out.append(separator);
                newLine();
            }
            separator = ",";
            appendText(property.name());
            out.append(':');
            append(value);
        }
        depth--;
        if (!properties.isEmpty()) {
            newLine();
        }
        out.append('}');
    }

    private void appendMap(Map<?, ?> map) {
        if (map.isEmpty()) {
            out.append("{}");
            return;
        }
        out.append('{');
        indent(map);
        String separator = "";
        for (Map.Entry<?, ?> entry : inOrder(map)) {
            if (entry.getValue() == null) {
                continue;
            }
            out.append(separator);
            separator = ",";
            appendKey(entry.getKey());
            out.append(':');
            append(entry.getValue());
        }
        depth--;
        newLine();
        out.append('}');
    }

    private void appendKey(Object key) {
        if (key instanceof CharSequence) {
            newLine();
            appendText(key.toString());
        } else if (form == JsonForm.STANDARD && (key instanceof Number || key instanceof Boolean)) {
            appendText(key.toString());
        } else {
            // 4.9 quirk: integers stand bare and objects stand as objects where JSON wants a text.
            append(key);
        }
    }

    private Iterable<? extends Map.Entry<?, ?>> inOrder(Map<?, ?> map) {
        if (form != JsonForm.STANDARD) {
            return map.entrySet();
        }
        List<Map.Entry<?, ?>> sorted = new ArrayList<>(map.entrySet());
        sorted.sort(Comparator.comparing(entry -> String.valueOf(entry.getKey())));
        return sorted;
    }

    private void appendList(List<?> list) {
        if (list.isEmpty()) {
            out.append("[]");
            return;
        }
        out.append('[');
        indent(list);
        String separator = "";
        for (Object element : list) {
            out.append(separator);
            separator = ",";
            newLine();
            append(element);
        }
        depth--;
        newLine();
        out.append(']');
    }

    /** Sets and arrays: their elements share a line and stay on its level, even in the pretty form. */
    private void appendOnOneLine(Collection<?> elements) {
        out.append('[');
        String separator = "";
        for (Object element : elements) {
            out.append(separator);
            separator = ",";
            append(element);
        }
        out.append(']');
    }

    private static List<Object> elementsOf(Object array) {
        int length = Array.getLength(array);
        List<Object> elements = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            elements.add(Array.get(array, i));
        }
        return elements;
    }

    private void indent(Object container) {
        if (++depth > MAX_DEPTH) {
            throw new JsonException("a " + container.getClass().getName() + " nests deeper than " + MAX_DEPTH
                    + " levels: is it part of itself?");
        }
    }

    private void newLine() {
        if (form == JsonForm.PRETTY) {
            out.append('\n');
            for (int i = 0; i < depth; i++) {
                out.append('\t');
            }
        }
    }

    private void appendText(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            appendEscaped(text.charAt(i));
        }
        out.append('"');
    }

    private void appendEscaped(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '/' -> out.append(form == JsonForm.STANDARD ? "\\/" : "/");
            default -> {
                if (mustBeHex(c)) {
                    appendHex(c);
                } else {
                    out.append(c);
                }
            }
        }
    }

    private boolean mustBeHex(char c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || (c > 127 && form == JsonForm.STANDARD);
    }

    private void appendHex(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append("0123456789ABCDEF".charAt((c >> shift) & 0xF));
        }
    }
}
