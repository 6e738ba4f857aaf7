package org.apache.rocketmq.broker.filter;

import static org.apache.rocketmq.common.protocol.ResponseCode.SUBSCRIPTION_PARSE_FAILED;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SYSTEM_ERROR;

import io.netty.buffer.ByteBufUtil;
import org.apache.rocketmq.broker.filter.sql.SqlException;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.filter.ExpressionType;
import org.apache.rocketmq.common.protocol.body.CheckClientRequestBody;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.remoting.netty.RequestHandler;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Tells a consumer before it starts whether its expression works here: request 46. Thread-safe. */
public final class CheckClientHandler implements RequestHandler {
    private final BrokerConfig config;

    public CheckClientHandler(BrokerConfig config) {
        this.config = config;
    }

    @Override
    public void handle(Exchange exchange) {
        byte[] bytes = ByteBufUtil.getBytes(exchange.body());
        CheckClientRequestBody body =
                bytes.length == 0 ? null : RemotingSerializable.decode(bytes, CheckClientRequestBody.class);
        SubscriptionData subscription = body == null ? null : body.getSubscriptionData();
        if (subscription == null || ExpressionType.isTagType(subscription.getExpressionType())) {
            exchange.respondSuccess();
            return;
        }
        if (!config.isEnablePropertyFilter()) {
            exchange.respond(
                    SYSTEM_ERROR,
                    "The broker does not support consumer to filter message by " + subscription.getExpressionType());
            return;
        }
        try {
            FilterTable.compile(subscription.getSubString(), subscription.getExpressionType());
            exchange.respondSuccess();
        } catch (SqlException e) {
            exchange.respond(SUBSCRIPTION_PARSE_FAILED, e.getMessage());
        }
    }
}
