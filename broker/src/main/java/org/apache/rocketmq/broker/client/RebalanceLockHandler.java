package org.apache.rocketmq.broker.client;

import java.util.Set;
import org.apache.rocketmq.broker.request.BadRequest;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.body.LockBatchRequestBody;
import org.apache.rocketmq.common.protocol.body.LockBatchResponseBody;
import org.apache.rocketmq.common.protocol.body.UnlockBatchRequestBody;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.remoting.netty.RequestHandler;
import org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode;

/** Leases of queues for ordered consumption: requests 41 and 42. Runs on the admin lane. Thread-safe. */
public final class RebalanceLockHandler implements RequestHandler {
    private final RebalanceLocks locks;

    public RebalanceLockHandler(RebalanceLocks locks) {
        this.locks = locks;
    }

    @Override
    public void handle(Exchange exchange) throws BadRequest {
        if (exchange.code() == RequestCode.LOCK_BATCH_MQ) {
            var request = BadRequest.body(exchange, LockBatchRequestBody.class);
            check(request.getConsumerGroup(), request.getClientId(), request.getMqSet());
            var response = new LockBatchResponseBody();
            response.setLockOKMQSet(locks.lock(request.getConsumerGroup(), request.getMqSet(), request.getClientId()));
            exchange.respond(RemotingSysResponseCode.SUCCESS, null, null, response.encode());
        } else {
            var request = BadRequest.body(exchange, UnlockBatchRequestBody.class);
            check(request.getConsumerGroup(), request.getClientId(), request.getMqSet());
            locks.unlock(request.getConsumerGroup(), request.getMqSet(), request.getClientId());
            exchange.respondSuccess();
        }
    }

    private static void check(String group, String clientId, Set<MessageQueue> queues) throws BadRequest {
        if (group == null || clientId == null || queues == null || queues.contains(null)) {
            throw new BadRequest("the body needs consumerGroup, clientId and mqSet");
        }
    }
}
