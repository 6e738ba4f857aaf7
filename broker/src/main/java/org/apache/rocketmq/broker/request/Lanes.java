package org.apache.rocketmq.broker.request;

import java.util.List;
import java.util.function.LongSupplier;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.remoting.netty.Lane;

/**
 * The bounded executors requests wait in when they may block; sizes and limits are those of the configuration. The broker's
 * timer drops what waited too long. Source: broker specification, which code goes where; fast failure.
 */
public record Lanes(
        Lane send, Lane pull, Lane reply, Lane query, Lane heartbeat, Lane client, Lane endTransaction, Lane admin) {

    private static final int ADMIN_QUEUE = 100_000;

    public static Lanes of(BrokerConfig config) {
        return new Lanes(
                new Lane(
                        "SendLane",
                        config.getSendMessageThreadPoolNums(),
                        config::getSendThreadPoolQueueCapacity,
                        fastFailure(config, config::getWaitTimeMillsInSendQueue)),
                new Lane(
                        "PullLane",
                        config.getPullMessageThreadPoolNums(),
                        config::getPullThreadPoolQueueCapacity,
                        fastFailure(config, config::getWaitTimeMillsInPullQueue)),
                new Lane(
                        "ReplyLane",
                        config.getProcessReplyMessageThreadPoolNums(),
                        config::getReplyThreadPoolQueueCapacity,
                        () -> 0),
                new Lane(
                        "QueryLane",
                        config.getQueryMessageThreadPoolNums(),
                        config::getQueryThreadPoolQueueCapacity,
                        () -> 0),
                new Lane(
                        "HeartbeatLane",
                        config.getHeartbeatThreadPoolNums(),
                        config::getHeartbeatThreadPoolQueueCapacity,
                        fastFailure(config, config::getWaitTimeMillsInHeartbeatQueue)),
                new Lane(
                        "ClientLane",
                        config.getClientManageThreadPoolNums(),
                        config::getClientManagerThreadPoolQueueCapacity,
                        () -> 0),
                new Lane(
                        "EndTransactionLane",
                        config.getEndTransactionThreadPoolNums(),
                        config::getEndTransactionPoolQueueCapacity,
                        fastFailure(config, config::getWaitTimeMillsInTransactionQueue)),
                new Lane("AdminLane", config.getAdminBrokerThreadPoolNums(), () -> ADMIN_QUEUE, () -> 0));
    }

    private static LongSupplier fastFailure(BrokerConfig config, LongSupplier limitMillis) {
        return () -> config.isBrokerFastFailureEnable() ? limitMillis.getAsLong() : 0;
    }

    public List<Lane> all() {
        return List.of(send, pull, reply, query, heartbeat, client, endTransaction, admin);
    }
}
