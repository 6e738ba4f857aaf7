package org.apache.rocketmq.namesrv.request;

import java.io.IOException;
import java.util.HashMap;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.body.KVTable;
import org.apache.rocketmq.common.protocol.header.namesrv.DeleteKVConfigRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.GetKVConfigRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.GetKVConfigResponseHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.GetKVListByNamespaceRequestHeader;
import org.apache.rocketmq.common.protocol.header.namesrv.PutKVConfigRequestHeader;
import org.apache.rocketmq.namesrv.kvconfig.KvConfig;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.netty.Exchange;

/** The key-value table over the wire. Source: name server, KV configuration. */
final class KvRequests {
    private final KvConfig kvConfig;

    KvRequests(KvConfig kvConfig) {
        this.kvConfig = kvConfig;
    }

    void put(Exchange exchange) throws RemotingCommandException, IOException {
        var header = exchange.read(new PutKVConfigRequestHeader());
        if (header.getNamespace() == null || header.getKey() == null) {
            exchange.respond(ResponseCode.SYSTEM_ERROR, "namespace or key is null");
            return;
        }
        kvConfig.put(header.getNamespace(), header.getKey(), header.getValue());
        exchange.respond(ResponseCode.SUCCESS, null);
    }

    void get(Exchange exchange) throws RemotingCommandException {
        var header = exchange.read(new GetKVConfigRequestHeader());
        var value = kvConfig.get(header.getNamespace(), header.getKey());
        if (value.isEmpty()) {
            exchange.respond(
                    ResponseCode.QUERY_NOT_FOUND,
                    "No config item, Namespace: " + header.getNamespace() + " Key: " + header.getKey());
            return;
        }
        var answer = new GetKVConfigResponseHeader();
        answer.setValue(value.get());
        exchange.respond(answer);
    }

    void delete(Exchange exchange) throws RemotingCommandException, IOException {
        var header = exchange.read(new DeleteKVConfigRequestHeader());
        kvConfig.delete(header.getNamespace(), header.getKey());
        exchange.respond(ResponseCode.SUCCESS, null);
    }

    void namespace(Exchange exchange) throws RemotingCommandException {
        var header = exchange.read(new GetKVListByNamespaceRequestHeader());
        var pairs = kvConfig.namespace(header.getNamespace());
        if (pairs.isEmpty()) {
            exchange.respond(ResponseCode.QUERY_NOT_FOUND, "No config item, Namespace: " + header.getNamespace());
            return;
        }
        var table = new KVTable();
        table.setTable(new HashMap<>(pairs.get()));
        exchange.respond(ResponseCode.SUCCESS, null, null, table.encode());
    }
}
