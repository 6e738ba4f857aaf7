package org.apache.rocketmq.broker.filter.sql;

import java.util.Locale;
import java.util.Set;

/**
 * Cuts an expression into tokens, one at a time: what stands behind the end of a complete expression is never looked at.
 * Confined to one thread. Source: broker specification, SQL92 grammar.
 */
final class SqlTokens {
    enum Kind {
        KEYWORD,
        NAME,
        TEXT,
        INTEGER,
        FLOAT,
        SIGN,
        END
    }

    /**
     * @param text keywords in upper case, texts without their quotes, everything else as it stands
     * @param at position of the first character
     */
    record Token(Kind kind, String text, int at) {
        boolean is(String keywordOrSign) {
            return (kind == Kind.KEYWORD || kind == Kind.SIGN) && text.equals(keywordOrSign);
        }

        String shown() {
            return kind == Kind.END ? "<EOF>" : "\"" + text + "\"";
        }
    }

    private static final Set<String> KEYWORDS =
            Set.of("NOT", "AND", "OR", "BETWEEN", "IN", "IS", "NULL", "TRUE", "FALSE");
    private static final String[] SIGNS = {">=", "<=", "<>", "=", ">", "<", "(", ")", ",", "+", "-"};

    private final String text;
    private int at;

    SqlTokens(String text) {
        this.text = text;
    }

    Token next() throws SqlException {
        skipBlanks();
        int from = at;
        if (at >= text.length()) {
            return new Token(Kind.END, "", from);
        }
        char c = text.charAt(at);
        if (nameStart(c)) {
            return name(from);
        }
        if (c == '\'') {
            return quoted(from);
        }
        if (digit(c) || c == '.') {
            return number(from);
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                return new Token(Kind.SIGN, sign, from);
            }
        }
        throw lexical(from);
    }

    private SqlException lexical(int from) {
        char culprit = text.charAt(Math.min(from, text.length() - 1));
        return SqlException.lexical(
                "Lexical error at line 1, column " + (from + 1) + ".  Encountered: \"" + culprit + "\"");
    }

    private void skipBlanks() {
        int before;
        do {
            before = at;
            while (at < text.length() && " \t\n\r\f".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            if (text.startsWith("--", at)) {
                // 4.9 quirk: such a comment ends with its line; without a line end these are two minus signs.
                int end = text.indexOf('\n', at);
                at = end < 0 ? at : end + 1;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? at : end + 2;
            }
        } while (at > before);
    }

    private Token name(int from) {
        while (at < text.length() && (nameStart(text.charAt(at)) || digit(text.charAt(at)))) {
            at++;
        }
        String name = text.substring(from, at);
        String upper = name.toUpperCase(Locale.ROOT);
        return KEYWORDS.contains(upper) ? new Token(Kind.KEYWORD, upper, from) : new Token(Kind.NAME, name, from);
    }

    private Token quoted(int from) throws SqlException {
        StringBuilder content = new StringBuilder();
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\'') {
                content.append(c);
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '\'') {
                content.append(c);
                i++;
            } else {
                at = i + 1;
                return new Token(Kind.TEXT, content.toString(), from);
            }
        }
        throw lexical(from);
    }

    private Token number(int from) throws SqlException {
        int wholeEnd = digitsEnd(from);
        int end = floatEnd(from, wholeEnd);
        if (end > 0) {
            at = end;
            return new Token(Kind.FLOAT, text.substring(from, at), from);
        }
        if (wholeEnd == from) {
            throw lexical(from);
        }
        // 4.9 quirk: a number does not begin with 0, so "05" is the number 0 and something behind it.
        at = text.charAt(from) == '0' ? from + 1 : wholeEnd;
        String digits = text.substring(from, at);
        if (at < text.length() && (text.charAt(at) == 'l' || text.charAt(at) == 'L')) {
            at++;
        }
        return new Token(Kind.INTEGER, digits, from);
    }

    /** End of 1.5, 1., .5 or 1e5 beginning at {@code from}; -1 when it is none of them. */
    private int floatEnd(int from, int wholeEnd) {
        if (wholeEnd < text.length() && text.charAt(wholeEnd) == '.') {
            int end = digitsEnd(wholeEnd + 1);
            boolean digits = wholeEnd > from || end > wholeEnd + 1;
            return digits ? Math.max(end, exponentEnd(end)) : -1;
        }
        return wholeEnd > from ? exponentEnd(wholeEnd) : -1;
    }

    private int exponentEnd(int from) {
        if (from >= text.length() || Character.toLowerCase(text.charAt(from)) != 'e') {
            return -1;
        }
        int digitsFrom = from + 1;
        if (digitsFrom < text.length() && "+-".indexOf(text.charAt(digitsFrom)) >= 0) {
            digitsFrom++;
        }
        int end = digitsEnd(digitsFrom);
        return end > digitsFrom ? end : -1;
    }

    private int digitsEnd(int from) {
        int end = from;
        while (end < text.length() && digit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean nameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
    }
}
