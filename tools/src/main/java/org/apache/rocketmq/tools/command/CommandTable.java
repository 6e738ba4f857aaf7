package org.apache.rocketmq.tools.command;

import java.util.List;
import java.util.Locale;
import org.apache.rocketmq.tools.command.acl.AclVersions;
import org.apache.rocketmq.tools.command.acl.DeleteAccount;
import org.apache.rocketmq.tools.command.acl.UpdateAccount;
import org.apache.rocketmq.tools.command.acl.UpdateGlobalWhiteList;
import org.apache.rocketmq.tools.command.broker.BrokerConsumeStats;
import org.apache.rocketmq.tools.command.broker.BrokerStatus;
import org.apache.rocketmq.tools.command.broker.CleanExpiredQueues;
import org.apache.rocketmq.tools.command.broker.CleanUnusedTopics;
import org.apache.rocketmq.tools.command.broker.DeleteExpiredCommitLog;
import org.apache.rocketmq.tools.command.broker.GetBrokerConfig;
import org.apache.rocketmq.tools.command.broker.ProducerClients;
import org.apache.rocketmq.tools.command.broker.SendProbes;
import org.apache.rocketmq.tools.command.broker.UpdateBrokerConfig;
import org.apache.rocketmq.tools.command.cluster.ClusterListing;
import org.apache.rocketmq.tools.command.cluster.ClusterSendTimes;
import org.apache.rocketmq.tools.command.export.ExportConfigs;
import org.apache.rocketmq.tools.command.export.ExportMetadata;
import org.apache.rocketmq.tools.command.export.ExportMetrics;
import org.apache.rocketmq.tools.command.group.ConsumerConnections;
import org.apache.rocketmq.tools.command.group.ConsumerProgress;
import org.apache.rocketmq.tools.command.group.ConsumerStatus;
import org.apache.rocketmq.tools.command.group.DeleteGroup;
import org.apache.rocketmq.tools.command.group.GetConsumerConfig;
import org.apache.rocketmq.tools.command.group.ProducerConnections;
import org.apache.rocketmq.tools.command.group.UpdateGroup;
import org.apache.rocketmq.tools.command.line.SubCommand;
import org.apache.rocketmq.tools.command.message.CheckSendTime;
import org.apache.rocketmq.tools.command.message.ConsumeMessages;
import org.apache.rocketmq.tools.command.message.PrintMessages;
import org.apache.rocketmq.tools.command.message.PrintMessagesOfQueue;
import org.apache.rocketmq.tools.command.message.QueryMessageById;
import org.apache.rocketmq.tools.command.message.QueryMessageByKey;
import org.apache.rocketmq.tools.command.message.QueryMessageByOffset;
import org.apache.rocketmq.tools.command.message.QueryMessageByUniqueKey;
import org.apache.rocketmq.tools.command.message.QueryMessageTrace;
import org.apache.rocketmq.tools.command.message.SendOneMessage;
import org.apache.rocketmq.tools.command.namesrv.AddWritePerm;
import org.apache.rocketmq.tools.command.namesrv.DeleteKvConfig;
import org.apache.rocketmq.tools.command.namesrv.GetNameServerConfig;
import org.apache.rocketmq.tools.command.namesrv.UpdateKvConfig;
import org.apache.rocketmq.tools.command.namesrv.UpdateNameServerConfig;
import org.apache.rocketmq.tools.command.namesrv.WipeWritePerm;
import org.apache.rocketmq.tools.command.offset.CloneGroupOffset;
import org.apache.rocketmq.tools.command.offset.ResetOffsetByTime;
import org.apache.rocketmq.tools.command.offset.SkipAccumulatedMessage;
import org.apache.rocketmq.tools.command.queue.QueryConsumeQueue;
import org.apache.rocketmq.tools.command.stats.StatsAllSubCommand;
import org.apache.rocketmq.tools.command.topic.AllocateQueues;
import org.apache.rocketmq.tools.command.topic.DeleteTopic;
import org.apache.rocketmq.tools.command.topic.TopicClusterList;
import org.apache.rocketmq.tools.command.topic.TopicListing;
import org.apache.rocketmq.tools.command.topic.TopicRoute;
import org.apache.rocketmq.tools.command.topic.TopicStatus;
import org.apache.rocketmq.tools.command.topic.UpdateOrderConf;
import org.apache.rocketmq.tools.command.topic.UpdateTopic;
import org.apache.rocketmq.tools.command.topic.UpdateTopicPerm;

/**
 * All commands. A call makes only the command it names, so that the classes of the others are not loaded. Stateless.
 * Source: mqadmin, sections 1.2 and 1.3.
 */
final class CommandTable {
    /** In the order in which they are listed. */
    static final List<String> NAMES = List.of(
            "updateTopic",
            "deleteTopic",
            "updateSubGroup",
            "deleteSubGroup",
            "updateBrokerConfig",
            "updateTopicPerm",
            "topicRoute",
            "topicStatus",
            "topicClusterList",
            "brokerStatus",
            "queryMsgById",
            "queryMsgByKey",
            "queryMsgByUniqueKey",
            "queryMsgByOffset",
            "queryMsgTraceById",
            "printMsg",
            "printMsgByQueue",
            "sendMsgStatus",
            "brokerConsumeStats",
            "producerConnection",
            "consumerConnection",
            "consumerProgress",
            "consumerStatus",
            "cloneGroupOffset",
            "producer",
            "clusterList",
            "topicList",
            "updateKvConfig",
            "deleteKvConfig",
            "wipeWritePerm",
            "addWritePerm",
            "resetOffsetByTime",
            "skipAccumulatedMessage",
            "updateOrderConf",
            "cleanExpiredCQ",
            "deleteExpiredCommitLog",
            "cleanUnusedTopic",
            "statsAll",
            "allocateMQ",
            "checkMsgSendRT",
            "clusterRT",
            "getNamesrvConfig",
            "updateNamesrvConfig",
            "getBrokerConfig",
            "getConsumerConfig",
            "queryCq",
            "sendMessage",
            "consumeMessage",
            "updateAclConfig",
            "deleteAclConfig",
            "clusterAclConfigVersion",
            "updateGlobalWhiteAddr",
            "exportMetadata",
            "exportConfigs",
            "exportMetrics");

    private CommandTable() {}

    /** The command of a name or alias, in any case; null when there is none. */
    static SubCommand find(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "updatetopic" -> new UpdateTopic();
            case "deletetopic" -> new DeleteTopic();
            case "updatesubgroup" -> new UpdateGroup();
            case "deletesubgroup" -> new DeleteGroup();
            case "updatebrokerconfig" -> new UpdateBrokerConfig();
            case "updatetopicperm" -> new UpdateTopicPerm();
            case "topicroute" -> new TopicRoute();
            case "topicstatus" -> new TopicStatus();
            case "topicclusterlist" -> new TopicClusterList();
            case "brokerstatus" -> new BrokerStatus();
            case "querymsgbyid" -> new QueryMessageById();
            case "querymsgbykey" -> new QueryMessageByKey();
            case "querymsgbyuniquekey" -> new QueryMessageByUniqueKey();
            case "querymsgbyoffset" -> new QueryMessageByOffset();
            case "querymsgtracebyid" -> new QueryMessageTrace();
            case "printmsg" -> new PrintMessages();
            case "printmsgbyqueue" -> new PrintMessagesOfQueue();
            case "sendmsgstatus" -> new SendProbes();
            case "brokerconsumestats" -> new BrokerConsumeStats();
            case "producerconnection" -> new ProducerConnections();
            case "consumerconnection" -> new ConsumerConnections();
            case "consumerprogress" -> new ConsumerProgress();
            case "consumerstatus" -> new ConsumerStatus();
            case "clonegroupoffset" -> new CloneGroupOffset();
            case "producer" -> new ProducerClients();
            case "clusterlist" -> new ClusterListing();
            case "topiclist" -> new TopicListing();
            case "updatekvconfig" -> new UpdateKvConfig();
            case "deletekvconfig" -> new DeleteKvConfig();
            case "wipewriteperm" -> new WipeWritePerm();
            case "addwriteperm" -> new AddWritePerm();
            case "resetoffsetbytime" -> new ResetOffsetByTime();
            case "skipaccumulatedmessage" -> new SkipAccumulatedMessage();
            case "updateorderconf" -> new UpdateOrderConf();
            case "cleanexpiredcq" -> new CleanExpiredQueues();
            case "deleteexpiredcommitlog" -> new DeleteExpiredCommitLog();
            case "cleanunusedtopic" -> new CleanUnusedTopics();
            case "statsall" -> new StatsAllSubCommand();
            case "allocatemq" -> new AllocateQueues();
            case "checkmsgsendrt" -> new CheckSendTime();
            case "clusterrt" -> new ClusterSendTimes();
            case "getnamesrvconfig" -> new GetNameServerConfig();
            case "updatenamesrvconfig" -> new UpdateNameServerConfig();
            case "getbrokerconfig" -> new GetBrokerConfig();
            case "getconsumerconfig" -> new GetConsumerConfig();
            case "querycq" -> new QueryConsumeQueue();
            case "sendmessage" -> new SendOneMessage();
            case "consumemessage" -> new ConsumeMessages();
            case "updateaclconfig" -> new UpdateAccount();
            case "deleteaclconfig", "deleteaccessconfig" -> new DeleteAccount();
            case "clusteraclconfigversion" -> new AclVersions();
            case "updateglobalwhiteaddr" -> new UpdateGlobalWhiteList();
            case "exportmetadata" -> new ExportMetadata();
            case "exportconfigs" -> new ExportConfigs();
            case "exportmetrics" -> new ExportMetrics();
            default -> null;
        };
    }
}
