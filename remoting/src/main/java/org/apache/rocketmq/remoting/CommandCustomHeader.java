package org.apache.rocketmq.remoting;

import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/**
 * The typed header of a request or response: what travels in the ext fields of a command.
 *
 * <p>A header is written and read by hand, without reflection: {@link #writeTo} names every field once, {@link #readFrom}
 * reads the same names back. Null fields are not written; unknown fields are ignored by readers. A header that does not
 * override the two methods has no fields.
 */
public interface CommandCustomHeader {
    /**
     * Checks values that a reader must refuse.
     *
     * @throws RemotingCommandException with the text that the peer gets as remark
     */
    void checkFields() throws RemotingCommandException;

    /** Writes every field that is not null, in declared order (the order is visible only in the binary form). */
    default void writeTo(FieldWriter out) {}

    /**
     * Takes every known field from {@code in}; missing ones keep their value.
     *
     * @throws RemotingCommandException when a field of a hot header (pull, send V2) is not a number
     */
    default void readFrom(FieldReader in) throws RemotingCommandException {}
}
