package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;

/** Numbers of the hot headers: absent is null, anything but a number is refused. */
final class NumberFields {
    private NumberFields() {}

    static Integer integerOf(FieldReader in, String name) throws RemotingCommandException {
        try {
            int value = in.getInt(name, Integer.MIN_VALUE);
            return value == Integer.MIN_VALUE && in.getString(name) == null ? null : Integer.valueOf(value);
        } catch (NumberFormatException e) {
            throw notANumber(in, name, e);
        }
    }

    static Long longOf(FieldReader in, String name) throws RemotingCommandException {
        try {
            long value = in.getLong(name, Long.MIN_VALUE);
            return value == Long.MIN_VALUE && in.getString(name) == null ? null : Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw notANumber(in, name, e);
        }
    }

    private static RemotingCommandException notANumber(FieldReader in, String name, NumberFormatException cause) {
        return new RemotingCommandException("the field " + name + " is not a number: " + in.getString(name), cause);
    }
}
