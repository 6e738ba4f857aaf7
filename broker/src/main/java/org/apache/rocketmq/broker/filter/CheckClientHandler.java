package org.apache.rocketmq.broker.filter;

import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SYSTEM_ERROR;

import io.netty.buffer.ByteBufUtil;
import org.apache.rocketmq.common.filter.ExpressionType;
import org.apache.rocketmq.common.protocol.body.CheckClientRequestBody;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.remoting.netty.RequestHandler;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Tells a consumer before it starts whether its expression works here: request 46. Thread-safe. */
public final class CheckClientHandler implements RequestHandler {
    @Override
    public void handle(Exchange exchange) {
        byte[] bytes = ByteBufUtil.getBytes(exchange.body());
        CheckClientRequestBody body =
                bytes.length == 0 ? null : RemotingSerializable.decode(bytes, CheckClientRequestBody.class);
        if (body == null || body.getSubscriptionData() == null) {
            exchange.respondSuccess();
            return;
        }
        String type = body.getSubscriptionData().getExpressionType();
        if (ExpressionType.isTagType(type)) {
            exchange.respondSuccess();
        } else {
            exchange.respond(SYSTEM_ERROR, "The broker does not support consumer to filter message by " + type);
        }
    }
}
