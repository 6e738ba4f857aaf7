package org.apache.rocketmq.acl.common;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/** What is signed, and with what. Source: wire protocol, ACL signing. Pure functions. */
public class AclUtils {
    /** The values of the fields in their order, without the signature, followed by the body. Null counts as "null". */
    public static byte[] combineRequestContent(RemotingCommand request, SortedMap<String, String> fieldsMap) {
        StringBuilder values = new StringBuilder();
        for (Map.Entry<String, String> field : fieldsMap.entrySet()) {
            if (!SessionCredentials.SIGNATURE.equals(field.getKey())) {
                values.append(field.getValue());
            }
        }
        return combineBytes(values.toString().getBytes(SessionCredentials.CHARSET), request.getBody());
    }

    /** Both arrays, one after the other; null counts as empty. */
    public static byte[] combineBytes(byte[] b1, byte[] b2) {
        byte[] first = b1 == null ? new byte[0] : b1;
        if (b2 == null || b2.length == 0) {
            return first;
        }
        byte[] both = Arrays.copyOf(first, first.length + b2.length);
        System.arraycopy(b2, 0, both, first.length, b2.length);
        return both;
    }

    /** Base64 of the HMAC-SHA1 of {@code data}. */
    public static String calSignature(byte[] data, String secretKey) {
        return AclSigner.calSignature(data, secretKey);
    }
}
