package org.apache.rocketmq.remoting.common;

/** What a server does with TLS and plain connections on its one port. Source: wire format, TLS. */
public enum TlsMode {
    /** TLS connections are closed. */
    DISABLED("disabled"),
    /** Both kinds are served. */
    PERMISSIVE("permissive"),
    /** Plain connections are closed. */
    ENFORCING("enforcing");

    private final String name;

    TlsMode(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }

    /** The mode of exactly this (lower case) name; anything else is {@link #PERMISSIVE}. */
    public static TlsMode parse(String mode) {
        for (var each : values()) {
            if (each.name.equals(mode)) {
                return each;
            }
        }
        return PERMISSIVE;
    }
}
