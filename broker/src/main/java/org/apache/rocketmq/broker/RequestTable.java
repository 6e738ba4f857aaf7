package org.apache.rocketmq.broker;

import static org.apache.rocketmq.common.protocol.RequestCode.*;

import org.apache.rocketmq.broker.admin.ConfigHandler;
import org.apache.rocketmq.broker.admin.ConsumptionHandler;
import org.apache.rocketmq.broker.admin.GroupAdminHandler;
import org.apache.rocketmq.broker.admin.RuntimeInfoHandler;
import org.apache.rocketmq.broker.admin.StatsHandler;
import org.apache.rocketmq.broker.admin.TopicAdminHandler;
import org.apache.rocketmq.broker.client.ClientQueryHandler;
import org.apache.rocketmq.broker.client.ClientRelayHandler;
import org.apache.rocketmq.broker.client.HeartbeatHandler;
import org.apache.rocketmq.broker.client.RebalanceLockHandler;
import org.apache.rocketmq.broker.delay.DelayOffsetHandler;
import org.apache.rocketmq.broker.filter.CheckClientHandler;
import org.apache.rocketmq.broker.offset.OffsetHandler;
import org.apache.rocketmq.broker.offset.OffsetResetHandler;
import org.apache.rocketmq.broker.pull.PullHandler;
import org.apache.rocketmq.broker.query.MessageQueryHandler;
import org.apache.rocketmq.broker.request.Lanes;
import org.apache.rocketmq.broker.retry.SendBackHandler;
import org.apache.rocketmq.broker.send.ReplyHandler;
import org.apache.rocketmq.broker.send.SendHandler;
import org.apache.rocketmq.broker.transaction.Transactions;
import org.apache.rocketmq.remoting.RemotingServer;
import org.apache.rocketmq.remoting.netty.Lane;

/**
 * Which request goes to which handler, and where it runs: on the event loop of its connection when it can never wait, in a
 * lane otherwise. A room with many requests has one handler per family.
 */
record RequestTable(
        SendHandler send,
        SendBackHandler sendBack,
        ReplyHandler reply,
        PullHandler pull,
        Transactions transactions,
        HeartbeatHandler heartbeats,
        CheckClientHandler checkClient,
        ClientQueryHandler clients,
        ClientRelayHandler relay,
        RebalanceLockHandler locks,
        OffsetHandler offset,
        DelayOffsetHandler delayOffsets,
        OffsetResetHandler reset,
        MessageQueryHandler query,
        TopicAdminHandler topicAdmin,
        GroupAdminHandler groupAdmin,
        ConsumptionHandler consumption,
        ConfigHandler configAdmin,
        RuntimeInfoHandler runtime,
        StatsHandler stats) {

    void registerOn(RemotingServer server, Lanes lanes) {
        Lane eventLoop = null;
        lanes.all().forEach(server::watch);
        server.register(SEND_MESSAGE, send, eventLoop);
        server.register(SEND_MESSAGE_V2, send, eventLoop);
        server.register(SEND_BATCH_MESSAGE, send, eventLoop);
        server.register(CONSUMER_SEND_MSG_BACK, sendBack, lanes.send());
        server.register(SEND_REPLY_MESSAGE, reply, lanes.reply());
        server.register(SEND_REPLY_MESSAGE_V2, reply, lanes.reply());
        server.register(PULL_MESSAGE, pull, eventLoop);

        server.register(END_TRANSACTION, transactions.end(), lanes.endTransaction());
        server.register(RESUME_CHECK_HALF_MESSAGE, transactions.resume(), lanes.admin());

        server.register(HEART_BEAT, heartbeats, lanes.heartbeat());
        server.register(UNREGISTER_CLIENT, heartbeats, lanes.client());
        server.register(CHECK_CLIENT_CONFIG, checkClient, lanes.client());
        server.register(GET_CONSUMER_LIST_BY_GROUP, clients::consumerIds, eventLoop);
        server.register(GET_CONSUMER_CONNECTION_LIST, clients::consumerConnections, lanes.admin());
        server.register(GET_PRODUCER_CONNECTION_LIST, clients::producerConnections, lanes.admin());
        server.register(GET_ALL_PRODUCER_INFO, clients::allProducers, lanes.admin());
        server.register(GET_CONSUMER_RUNNING_INFO, relay, lanes.admin());
        server.register(CONSUME_MESSAGE_DIRECTLY, relay, lanes.admin());
        server.register(LOCK_BATCH_MQ, locks, lanes.admin());
        server.register(UNLOCK_BATCH_MQ, locks, lanes.admin());

        server.register(QUERY_CONSUMER_OFFSET, offset::query, eventLoop);
        server.register(UPDATE_CONSUMER_OFFSET, offset::update, eventLoop);
        server.register(SEARCH_OFFSET_BY_TIMESTAMP, offset::search, lanes.admin());
        server.register(GET_MAX_OFFSET, offset::max, eventLoop);
        server.register(GET_MIN_OFFSET, offset::min, eventLoop);
        server.register(GET_EARLIEST_MSG_STORETIME, offset::earliestStoreTime, lanes.admin());
        server.register(GET_ALL_CONSUMER_OFFSET, offset::all, lanes.admin());
        server.register(GET_ALL_DELAY_OFFSET, delayOffsets, lanes.admin());
        server.register(INVOKE_BROKER_TO_RESET_OFFSET, reset::reset, lanes.admin());
        server.register(INVOKE_BROKER_TO_GET_CONSUMER_STATUS, reset::consumerStatus, lanes.admin());
        server.register(QUERY_CORRECTION_OFFSET, consumption::correctionOffsets, lanes.admin());
        server.register(CLONE_GROUP_OFFSET, consumption::cloneOffsets, lanes.admin());

        server.register(QUERY_MESSAGE, query::byKey, lanes.query());
        server.register(VIEW_MESSAGE_BY_ID, query::byOffset, lanes.query());
        server.register(QUERY_CONSUME_QUEUE, query::queueUnits, lanes.admin());

        server.register(UPDATE_AND_CREATE_TOPIC, topicAdmin::createOrUpdate, lanes.admin());
        server.register(DELETE_TOPIC_IN_BROKER, topicAdmin::delete, lanes.admin());
        server.register(GET_ALL_TOPIC_CONFIG, topicAdmin::all, lanes.admin());
        server.register(GET_TOPIC_STATS_INFO, topicAdmin::status, lanes.admin());
        server.register(GET_SYSTEM_TOPIC_LIST_FROM_BROKER, topicAdmin::systemTopics, lanes.admin());
        server.register(CLEAN_UNUSED_TOPIC, topicAdmin::cleanUnused, lanes.admin());
        server.register(CLEAN_EXPIRED_CONSUMEQUEUE, topicAdmin::cleanExpiredQueues, lanes.admin());
        server.register(DELETE_EXPIRED_COMMITLOG, topicAdmin::deleteExpiredLog, lanes.admin());
        server.register(UPDATE_AND_CREATE_SUBSCRIPTIONGROUP, groupAdmin::createOrUpdate, lanes.admin());
        server.register(GET_ALL_SUBSCRIPTIONGROUP_CONFIG, groupAdmin::all, lanes.admin());
        server.register(DELETE_SUBSCRIPTIONGROUP, groupAdmin::delete, lanes.admin());
        server.register(GET_CONSUME_STATS, consumption::ofGroup, lanes.admin());
        server.register(GET_BROKER_CONSUME_STATS, consumption::ofBroker, lanes.admin());
        server.register(QUERY_TOPIC_CONSUME_BY_WHO, consumption::groupsOfTopic, lanes.admin());
        server.register(QUERY_CONSUME_TIME_SPAN, consumption::timeSpan, lanes.admin());

        server.register(GET_BROKER_CONFIG, configAdmin::get, lanes.admin());
        server.register(UPDATE_BROKER_CONFIG, configAdmin::update, lanes.admin());
        server.register(GET_BROKER_RUNTIME_INFO, runtime, lanes.admin());
        server.register(VIEW_BROKER_STATS_DATA, stats, lanes.admin());
    }
}
