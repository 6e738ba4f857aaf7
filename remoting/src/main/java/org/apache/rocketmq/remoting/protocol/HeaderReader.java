package org.apache.rocketmq.remoting.protocol;

import java.util.HashMap;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;

/** What a received header says, filled in by one of the two codecs. Confined to one thread. */
final class HeaderReader {
    int code;
    LanguageCode language = LanguageCode.JAVA;
    int version;
    int opaque;
    int flag;
    String remark;
    /** Ext fields as they lie in the header; null when there are none or when {@link #map} holds them. */
    FieldTable table;

    HashMap<String, String> map;

    /**
     * Reads a header.
     *
     * @throws RemotingCommandException when the header cannot be understood; the connection must be closed
     */
    static HeaderReader read(SerializeType serialization, byte[] header) throws RemotingCommandException {
        var into = new HeaderReader();
        if (serialization == SerializeType.ROCKETMQ) {
            BinaryHeader.read(header, into);
            return into;
        }
        return new JsonHeader(header, into).scan() ? into : LenientJsonHeader.read(header);
    }
}
