package org.apache.rocketmq.acl.common;

import java.util.HashMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.rocketmq.remoting.RPCHook;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.SerializeType;

/** Signs every request of a client. Source: wire protocol, ACL signing. Thread-safe if the credentials do not change. */
public class AclClientRPCHook implements RPCHook {
    /** Ext field of message queries that 4.9 brokers leave out when they check a signature. */
    private static final String UNIQUE_KEY_QUERY = "_UNIQUE_KEY_QUERY";

    private final SessionCredentials sessionCredentials;

    public AclClientRPCHook(SessionCredentials sessionCredentials) {
        this.sessionCredentials = sessionCredentials;
    }

    public SessionCredentials getSessionCredentials() {
        return sessionCredentials;
    }

    @Override
    public void doBeforeRequest(String remoteAddr, RemotingCommand request) {
        request.addExtField(SessionCredentials.ACCESS_KEY, sessionCredentials.getAccessKey());
        if (sessionCredentials.getSecurityToken() != null) {
            request.addExtField(SessionCredentials.SECURITY_TOKEN, sessionCredentials.getSecurityToken());
        }
        byte[] content = AclUtils.combineRequestContent(request, parseRequestContent(request));
        String signature = AclUtils.calSignature(content, sessionCredentials.getSecretKey());
        request.addExtField(SessionCredentials.SIGNATURE, signature);
    }

    @Override
    public void doAfterResponse(String remoteAddr, RemotingCommand request, RemotingCommand response) {}

    /** The fields that are signed, sorted by name: every ext field, those of the typed header included. */
    protected SortedMap<String, String> parseRequestContent(RemotingCommand request) {
        request.makeCustomHeaderToNet();
        HashMap<String, String> fields = request.getExtFields();
        SortedMap<String, String> signed = new TreeMap<>(fields);
        // 4.9 quirk: the official client signs this field though the broker does not, so that its queries are refused.
        signed.remove(UNIQUE_KEY_QUERY);
        if (request.getSerializeTypeCurrentRPC() == SerializeType.ROCKETMQ) {
            // 4.9 quirk: an empty value arrives as null in the binary form and is checked as the text "null".
            signed.replaceAll((name, value) -> value != null && value.isEmpty() ? null : value);
        }
        return signed;
    }
}
