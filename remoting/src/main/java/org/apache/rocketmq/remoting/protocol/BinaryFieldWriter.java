package org.apache.rocketmq.remoting.protocol;

/** Writes ext fields as entries of the binary ext block. Confined to one thread. */
final class BinaryFieldWriter extends ExtFieldWriter {
    private final HeaderBytes out;

    BinaryFieldWriter(HeaderBytes out) {
        this.out = out;
    }

    /** Writes the name and leaves room for the value's length; returns where that stands. */
    private int name(String name) {
        note(name);
        int at = out.length();
        out.skip(2);
        out.utf8(name);
        out.setInt16(at, out.length() - at - 2);
        int valueLengthAt = out.length();
        out.skip(4);
        return valueLengthAt;
    }

    private void close(int valueLengthAt) {
        out.setInt(valueLengthAt, out.length() - valueLengthAt - 4);
    }

    @Override
    public void put(String name, String value) {
        if (value != null) {
            int at = name(name);
            out.utf8(value);
            close(at);
        }
    }

    @Override
    public void put(String name, byte[] utf8) {
        if (utf8 != null) {
            int at = name(name);
            out.bytes(utf8);
            close(at);
        }
    }

    @Override
    public void put(String name, int value) {
        put(name, (long) value);
    }

    @Override
    public void put(String name, long value) {
        int at = name(name);
        out.decimal(value);
        close(at);
    }

    @Override
    public void put(String name, boolean value) {
        int at = name(name);
        out.ascii(value ? "true" : "false");
        close(at);
    }
}
