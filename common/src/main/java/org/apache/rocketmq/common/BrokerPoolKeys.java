package org.apache.rocketmq.common;

import static org.apache.rocketmq.common.config.ConfigKey.flag;
import static org.apache.rocketmq.common.config.ConfigKey.integer;

import java.util.List;
import org.apache.rocketmq.common.config.ConfigKey;

/** Threads and queues of the request pools. */
final class BrokerPoolKeys {
    static final List<ConfigKey<BrokerConfig>> KEYS = List.of(
            integer(
                            "sendMessageThreadPoolNums",
                            BrokerConfig::getSendMessageThreadPoolNums,
                            BrokerConfig::setSendMessageThreadPoolNums)
                    .atLeast(1)
                    .unit("threads")
                    .doc("Send pool size (4.9.0: 1)"),
            integer(
                            "putMessageFutureThreadPoolNums",
                            BrokerConfig::getPutMessageFutureThreadPoolNums,
                            BrokerConfig::setPutMessageFutureThreadPoolNums)
                    .atLeast(1)
                    .unit("threads")
                    .withoutEffect("answers leave on the thread that completes the put")
                    .doc("Pool that writes responses of completed puts (since 4.9.3)"),
            integer(
                            "pullMessageThreadPoolNums",
                            BrokerConfig::getPullMessageThreadPoolNums,
                            BrokerConfig::setPullMessageThreadPoolNums)
                    .atLeast(1)
                    .unit("threads")
                    .doc("Pull pool size"),
            integer(
                            "processReplyMessageThreadPoolNums",
                            BrokerConfig::getProcessReplyMessageThreadPoolNums,
                            BrokerConfig::setProcessReplyMessageThreadPoolNums)
                    .atLeast(1)
                    .unit("threads")
                    .doc("Reply-message pool size"),
            integer(
                            "queryMessageThreadPoolNums",
                            BrokerConfig::getQueryMessageThreadPoolNums,
                            BrokerConfig::setQueryMessageThreadPoolNums)
                    .atLeast(1)
                    .unit("threads")
                    .doc("Query pool size"),
            integer(
                            "adminBrokerThreadPoolNums",
                            BrokerConfig::getAdminBrokerThreadPoolNums,
                            BrokerConfig::setAdminBrokerThreadPoolNums)
                    .atLeast(1)
                    .unit("threads")
                    .doc("Admin (default) pool size"),
            integer(
                            "clientManageThreadPoolNums",
                            BrokerConfig::getClientManageThreadPoolNums,
                            BrokerConfig::setClientManageThreadPoolNums)
                    .atLeast(1)
                    .unit("threads")
                    .doc("Unregister / client check pool size"),
            integer(
                            "consumerManageThreadPoolNums",
                            BrokerConfig::getConsumerManageThreadPoolNums,
                            BrokerConfig::setConsumerManageThreadPoolNums)
                    .atLeast(1)
                    .unit("threads")
                    .withoutEffect("these requests only look at memory and run on the event loop")
                    .doc("Offset and consumer-list pool size"),
            integer(
                            "heartbeatThreadPoolNums",
                            BrokerConfig::getHeartbeatThreadPoolNums,
                            BrokerConfig::setHeartbeatThreadPoolNums)
                    .atLeast(1)
                    .unit("threads")
                    .doc("Heartbeat pool size"),
            integer(
                            "endTransactionThreadPoolNums",
                            BrokerConfig::getEndTransactionThreadPoolNums,
                            BrokerConfig::setEndTransactionThreadPoolNums)
                    .atLeast(1)
                    .unit("threads")
                    .doc("End-transaction pool size (default does not follow a configured send pool size)"),
            integer(
                            "flushConsumerOffsetInterval",
                            BrokerConfig::getFlushConsumerOffsetInterval,
                            BrokerConfig::setFlushConsumerOffsetInterval)
                    .atLeast(1)
                    .unit("ms")
                    .doc("Period of persisting consumer offsets"),
            integer(
                            "flushConsumerOffsetHistoryInterval",
                            BrokerConfig::getFlushConsumerOffsetHistoryInterval,
                            BrokerConfig::setFlushConsumerOffsetHistoryInterval)
                    .atLeast(0)
                    .unit("ms")
                    .withoutEffect("nothing reads it")
                    .doc("Kept for old files"),
            flag(
                            "rejectTransactionMessage",
                            BrokerConfig::isRejectTransactionMessage,
                            BrokerConfig::setRejectTransactionMessage)
                    .dynamic()
                    .important()
                    .doc("Refuse half messages with code 16"),
            flag(
                            "fetchNamesrvAddrByAddressServer",
                            BrokerConfig::isFetchNamesrvAddrByAddressServer,
                            BrokerConfig::setFetchNamesrvAddrByAddressServer)
                    .important()
                    .doc("Fetch the name server list by HTTP when namesrvAddr is unset"),
            integer(
                            "sendThreadPoolQueueCapacity",
                            BrokerConfig::getSendThreadPoolQueueCapacity,
                            BrokerConfig::setSendThreadPoolQueueCapacity)
                    .atLeast(1)
                    .unit("requests")
                    .doc("Send queue capacity"),
            integer(
                            "putThreadPoolQueueCapacity",
                            BrokerConfig::getPutThreadPoolQueueCapacity,
                            BrokerConfig::setPutThreadPoolQueueCapacity)
                    .atLeast(1)
                    .unit("requests")
                    .withoutEffect("answers leave on the thread that completes the put")
                    .doc("Put-response queue capacity (since 4.9.3)"),
            integer(
                            "pullThreadPoolQueueCapacity",
                            BrokerConfig::getPullThreadPoolQueueCapacity,
                            BrokerConfig::setPullThreadPoolQueueCapacity)
                    .atLeast(1)
                    .unit("requests")
                    .doc("Pull queue capacity"),
            integer(
                            "replyThreadPoolQueueCapacity",
                            BrokerConfig::getReplyThreadPoolQueueCapacity,
                            BrokerConfig::setReplyThreadPoolQueueCapacity)
                    .atLeast(1)
                    .unit("requests")
                    .doc("Reply queue capacity"),
            integer(
                            "queryThreadPoolQueueCapacity",
                            BrokerConfig::getQueryThreadPoolQueueCapacity,
                            BrokerConfig::setQueryThreadPoolQueueCapacity)
                    .atLeast(1)
                    .unit("requests")
                    .doc("Query queue capacity"),
            integer(
                            "clientManagerThreadPoolQueueCapacity",
                            BrokerConfig::getClientManagerThreadPoolQueueCapacity,
                            BrokerConfig::setClientManagerThreadPoolQueueCapacity)
                    .atLeast(1)
                    .unit("requests")
                    .doc("Client-manage queue capacity"),
            integer(
                            "consumerManagerThreadPoolQueueCapacity",
                            BrokerConfig::getConsumerManagerThreadPoolQueueCapacity,
                            BrokerConfig::setConsumerManagerThreadPoolQueueCapacity)
                    .atLeast(1)
                    .unit("requests")
                    .withoutEffect("Not effective: that pool uses an unbounded queue")
                    .doc("Queue capacity of the consumer pool"),
            integer(
                            "heartbeatThreadPoolQueueCapacity",
                            BrokerConfig::getHeartbeatThreadPoolQueueCapacity,
                            BrokerConfig::setHeartbeatThreadPoolQueueCapacity)
                    .atLeast(1)
                    .unit("requests")
                    .doc("Heartbeat queue capacity"),
            integer(
                            "endTransactionPoolQueueCapacity",
                            BrokerConfig::getEndTransactionPoolQueueCapacity,
                            BrokerConfig::setEndTransactionPoolQueueCapacity)
                    .atLeast(1)
                    .unit("requests")
                    .doc("End-transaction queue capacity"),
            integer("filterServerNums", BrokerConfig::getFilterServerNums, BrokerConfig::setFilterServerNums)
                    .atLeast(0)
                    .withoutEffect("Filter server processes; function removed in 4.9.6")
                    .doc("Filter server processes"));

    private BrokerPoolKeys() {}
}
