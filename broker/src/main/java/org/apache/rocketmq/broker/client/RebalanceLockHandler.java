package org.apache.rocketmq.broker.client;

import io.netty.buffer.ByteBufUtil;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.body.LockBatchRequestBody;
import org.apache.rocketmq.common.protocol.body.LockBatchResponseBody;
import org.apache.rocketmq.common.protocol.body.UnlockBatchRequestBody;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.remoting.netty.RequestHandler;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;
import org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode;

/** Leases of queues for ordered consumption: requests 41 and 42. Runs on the client lane. Thread-safe. */
public final class RebalanceLockHandler implements RequestHandler {
    private final RebalanceLocks locks;

    public RebalanceLockHandler(RebalanceLocks locks) {
        this.locks = locks;
    }

    @Override
    public void handle(Exchange exchange) {
        byte[] body = ByteBufUtil.getBytes(exchange.body());
        if (body.length == 0) {
            exchange.respond(RemotingSysResponseCode.SYSTEM_ERROR, "the request needs a body with queues");
        } else if (exchange.code() == RequestCode.LOCK_BATCH_MQ) {
            var request = RemotingSerializable.decode(body, LockBatchRequestBody.class);
            var response = new LockBatchResponseBody();
            response.setLockOKMQSet(locks.lock(request.getConsumerGroup(), request.getMqSet(), request.getClientId()));
            exchange.respond(RemotingSysResponseCode.SUCCESS, null, null, response.encode());
        } else {
            var request = RemotingSerializable.decode(body, UnlockBatchRequestBody.class);
            locks.unlock(request.getConsumerGroup(), request.getMqSet(), request.getClientId());
            exchange.respondSuccess();
        }
    }
}
