package org.apache.rocketmq.namesrv.request;

import org.apache.rocketmq.common.config.Settings;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.namesrv.NamesrvConfig;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.sysflag.TopicSysFlag;
import org.apache.rocketmq.namesrv.kvconfig.KvConfig;
import org.apache.rocketmq.namesrv.route.RouteRegistry;
import org.apache.rocketmq.remoting.RemotingServer;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.remoting.netty.Lane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of contents: request code, handler, where it runs. */
public final class NamesrvRequests {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.NAMESRV_LOGGER_NAME);

    private NamesrvRequests() {}

    /** @param lane for what may touch the disk or takes long; the others run on the event loop */
    public static void register(
            RemotingServer server,
            Lane lane,
            RouteRegistry routes,
            KvConfig kvConfig,
            NamesrvConfig config,
            Settings settings) {
        var registration = new RegistrationRequests(routes, kvConfig);
        server.register(RequestCode.REGISTER_BROKER, registration::register, lane);
        server.register(RequestCode.UNREGISTER_BROKER, registration::unregister, lane);
        server.register(RequestCode.QUERY_DATA_VERSION, registration::queryDataVersion, lane);

        var route = new RouteRequests(routes, kvConfig, config);
        server.register(RequestCode.GET_ROUTEINFO_BY_TOPIC, route::routeOfTopic, null);
        server.register(RequestCode.GET_BROKER_CLUSTER_INFO, route::clusterInfo, lane);

        var topic = new TopicRequests(routes);
        server.register(RequestCode.GET_ALL_TOPIC_LIST_FROM_NAMESERVER, topic::all, lane);
        server.register(RequestCode.GET_TOPICS_BY_CLUSTER, topic::ofCluster, lane);
        server.register(RequestCode.GET_SYSTEM_TOPIC_LIST_FROM_NS, topic::systemTopics, lane);
        server.register(
                RequestCode.GET_UNIT_TOPIC_LIST,
                exchange -> topic.bySysFlag(exchange, TopicSysFlag::hasUnitFlag),
                lane);
        server.register(
                RequestCode.GET_HAS_UNIT_SUB_TOPIC_LIST,
                exchange -> topic.bySysFlag(exchange, TopicSysFlag::hasUnitSubFlag),
                lane);
        server.register(
                RequestCode.GET_HAS_UNIT_SUB_UNUNIT_TOPIC_LIST,
                exchange -> topic.bySysFlag(
                        exchange, flag -> TopicSysFlag.hasUnitSubFlag(flag) && !TopicSysFlag.hasUnitFlag(flag)),
                lane);
        server.register(RequestCode.DELETE_TOPIC_IN_NAMESRV, topic::delete, lane);

        var kv = new KvRequests(kvConfig);
        server.register(RequestCode.PUT_KV_CONFIG, kv::put, lane);
        server.register(RequestCode.GET_KV_CONFIG, kv::get, lane);
        server.register(RequestCode.DELETE_KV_CONFIG, kv::delete, lane);
        server.register(RequestCode.GET_KVLIST_BY_NAMESPACE, kv::namespace, lane);

        var writePerm = new WritePermRequests(routes);
        server.register(RequestCode.WIPE_WRITE_PERM_OF_BROKER, writePerm::wipe, lane);
        server.register(RequestCode.ADD_WRITE_PERM_OF_BROKER, writePerm::add, lane);

        var configuration = new ConfigRequests(settings);
        server.register(RequestCode.GET_NAMESRV_CONFIG, configuration::get, lane);
        server.register(RequestCode.UPDATE_NAMESRV_CONFIG, configuration::update, lane);

        server.registerDefault(NamesrvRequests::ignoreUnknown, null);
    }

    /** 4.9 quirk: an unknown code gets no answer at all, the caller times out. */
    private static void ignoreUnknown(Exchange exchange) {
        log.warn(
                "request code {} from {} is not known here, it gets no answer",
                exchange.code(),
                exchange.remoteAddress());
    }
}
