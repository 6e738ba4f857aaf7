package org.apache.rocketmq.common;

import static org.apache.rocketmq.common.config.ConfigKey.flag;
import static org.apache.rocketmq.common.config.ConfigKey.integer;
import static org.apache.rocketmq.common.config.ConfigKey.longInteger;
import static org.apache.rocketmq.common.config.ConfigKey.path;
import static org.apache.rocketmq.common.config.ConfigKey.text;

import java.util.List;
import org.apache.rocketmq.common.config.ConfigKey;

/** Who the broker is, whom it registers with and what it creates by itself. */
final class BrokerIdentityKeys {
    static final List<ConfigKey<BrokerConfig>> KEYS = List.of(
            path("rocketmqHome", BrokerConfig::getRocketmqHome, BrokerConfig::setRocketmqHome)
                    .doc("Installation directory; start fails (exit -2) when unknown; not updatable online"),
            text("namesrvAddr", BrokerConfig::getNamesrvAddr, BrokerConfig::setNamesrvAddr)
                    .dynamic()
                    .important()
                    .doc("Name servers to register with; -n overrides the file; re-read every 2 min if set at start"),
            text("brokerIP1", BrokerConfig::getBrokerIP1, BrokerConfig::setBrokerIP1)
                    .important()
                    .doc(
                            "Address announced to clients and used as storeHost of messages (storeHost fixed at start; announced address re-read at each registration)"),
            text("brokerIP2", BrokerConfig::getBrokerIP2, BrokerConfig::setBrokerIP2)
                    .dynamic()
                    .doc("Address announced for HA replication (re-read at each registration)"),
            text("brokerName", BrokerConfig::getBrokerName, BrokerConfig::setBrokerName)
                    .important()
                    .doc("Name of the master/slave group; also a built-in topic"),
            text("brokerClusterName", BrokerConfig::getBrokerClusterName, BrokerConfig::setBrokerClusterName)
                    .important()
                    .doc("Cluster name; also a built-in topic and the CLUSTER property of messages"),
            longInteger("brokerId", BrokerConfig::getBrokerId, BrokerConfig::setBrokerId)
                    .important()
                    .doc("0 = master, >0 = slave; forced to 0 for master roles; slave with <=0 refuses to start"),
            integer("brokerPermission", BrokerConfig::getBrokerPermission, BrokerConfig::setBrokerPermission)
                    .between(0, 7)
                    .unit("bits")
                    .dynamic()
                    .doc(
                            "2 write, 4 read; when not 6 all topics are registered with this perm; update triggers re-registration"),
            integer(
                            "defaultTopicQueueNums",
                            BrokerConfig::getDefaultTopicQueueNums,
                            BrokerConfig::setDefaultTopicQueueNums)
                    .atLeast(1)
                    .unit("queues")
                    .doc(
                            "Queues of TBW102 when it is first created; upper bound for auto-created topics; a persisted TBW102 wins"),
            flag("autoCreateTopicEnable", BrokerConfig::isAutoCreateTopicEnable, BrokerConfig::setAutoCreateTopicEnable)
                    .dynamic()
                    .important()
                    .doc(
                            "Create topics on first send through TBW102; switching off at run time works, switching on again needs a restart"),
            flag("clusterTopicEnable", BrokerConfig::isClusterTopicEnable, BrokerConfig::setClusterTopicEnable)
                    .doc("Give the cluster-name topic read+write"),
            flag("brokerTopicEnable", BrokerConfig::isBrokerTopicEnable, BrokerConfig::setBrokerTopicEnable)
                    .doc("Give the broker-name topic read+write"),
            flag(
                            "autoCreateSubscriptionGroup",
                            BrokerConfig::isAutoCreateSubscriptionGroup,
                            BrokerConfig::setAutoCreateSubscriptionGroup)
                    .dynamic()
                    .important()
                    .doc("Create unknown consumer groups on first use"),
            text("messageStorePlugIn", BrokerConfig::getMessageStorePlugIn, BrokerConfig::setMessageStorePlugIn)
                    .withoutEffect("there are no store plug-ins")
                    .doc("Store plug-in class names wrapped around the store"),
            text("msgTraceTopicName", BrokerConfig::getMsgTraceTopicName, BrokerConfig::setMsgTraceTopicName)
                    .important()
                    .doc("Trace topic created when traceTopicEnable"),
            flag("traceTopicEnable", BrokerConfig::isTraceTopicEnable, BrokerConfig::setTraceTopicEnable)
                    .important()
                    .doc("Create the trace topic (1 queue) at start"));

    private BrokerIdentityKeys() {}
}
