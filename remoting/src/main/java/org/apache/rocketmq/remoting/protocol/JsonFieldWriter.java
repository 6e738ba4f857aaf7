package org.apache.rocketmq.remoting.protocol;

/** Writes ext fields as JSON members, every value as a string. Confined to one thread. */
final class JsonFieldWriter extends ExtFieldWriter {
    private final HeaderBytes out;

    JsonFieldWriter(HeaderBytes out) {
        this.out = out;
    }

    private HeaderBytes name(String name) {
        if (!note(name)) {
            out.int8(',');
        }
        return out.ascii("\"").jsonText(name).ascii("\":\"");
    }

    @Override
    public void put(String name, String value) {
        if (value != null) {
            name(name).jsonText(value).int8('"');
        }
    }

    @Override
    public void put(String name, byte[] utf8) {
        if (utf8 != null) {
            name(name).jsonText(utf8).int8('"');
        }
    }

    @Override
    public void put(String name, int value) {
        name(name).decimal(value).int8('"');
    }

    @Override
    public void put(String name, long value) {
        name(name).decimal(value).int8('"');
    }

    @Override
    public void put(String name, boolean value) {
        name(name).ascii(value ? "true" : "false").int8('"');
    }
}
