package org.apache.rocketmq.remoting.protocol;

/**
 * The client library a command was written by. The name travels in a JSON header, the code in a binary one.
 *
 * <p>Source: wire format, envelope fields.
 */
public enum LanguageCode {
    JAVA,
    CPP,
    DOTNET,
    PYTHON,
    DELPHI,
    ERLANG,
    RUBY,
    OTHER,
    HTTP,
    GO,
    PHP,
    OMS,
    RUST;

    private static final LanguageCode[] BY_CODE = values();

    public byte getCode() {
        return (byte) ordinal();
    }

    /** The language of a code, or null for an unknown one. */
    public static LanguageCode valueOf(byte code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
