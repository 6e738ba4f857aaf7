package org.apache.rocketmq.tools.admin.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.admin.OffsetWrapper;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.body.ClusterInfo;
import org.apache.rocketmq.common.protocol.body.ConsumerConnection;
import org.apache.rocketmq.common.protocol.heartbeat.ConsumeType;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.apache.rocketmq.common.protocol.route.BrokerData;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.apache.rocketmq.remoting.common.RemotingUtil;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.tools.admin.api.MessageTrack;
import org.apache.rocketmq.tools.admin.api.TrackType;

/** Finds out which groups consumed a message. Thread-safe. Source: mqadmin, section 4.8. */
public final class MessageTracks {
    private static final String ANY_TAG = "*";

    private final NameServerAdmin nameServers;
    private final GroupAdmin groups;

    public MessageTracks(NameServerAdmin nameServers, GroupAdmin groups) {
        this.nameServers = nameServers;
        this.groups = groups;
    }

    /** One entry per group of the message's topic. A group that cannot be examined says why in its entry. */
    public List<MessageTrack> of(MessageExt message)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException {
        List<MessageTrack> tracks = new ArrayList<>();
        for (String group : groups.groupsOf(message.getTopic()).getGroupList()) {
            MessageTrack track = new MessageTrack();
            track.setConsumerGroup(group);
            track.setTrackType(TrackType.UNKNOWN);
            try {
                track.setTrackType(type(message, group));
            } catch (MQBrokerException e) {
                refused(track, e.getResponseCode(), e.getErrorMessage());
            } catch (RemotingException | MQClientException e) {
                track.setExceptionDesc(RemotingHelper.exceptionSimpleDesc(e));
            }
            tracks.add(track);
        }
        return tracks;
    }

    private static void refused(MessageTrack track, int code, String remark) {
        if (code == ResponseCode.CONSUMER_NOT_ONLINE) {
            track.setTrackType(TrackType.NOT_ONLINE);
        }
        track.setExceptionDesc("CODE:" + code + " DESC:" + remark);
    }

    private TrackType type(MessageExt message, String group)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException {
        ConsumerConnection online = groups.consumers(group);
        if (online.getConsumeType() == ConsumeType.CONSUME_ACTIVELY) {
            return TrackType.PULL;
        }
        if (!consumed(message, group)) {
            return TrackType.NOT_CONSUME_YET;
        }
        SubscriptionData subscription = online.getSubscriptionTable().get(message.getTopic());
        Set<String> tags = subscription == null ? Set.of() : subscription.getTagsSet();
        boolean passes = tags.isEmpty() || tags.contains(message.getTags()) || tags.contains(ANY_TAG);
        return passes ? TrackType.CONSUMED : TrackType.CONSUMED_BUT_FILTERED;
    }

    /** Whether the group's stored offset of the message's queue lies behind it. */
    private boolean consumed(MessageExt message, String group)
            throws RemotingException, MQClientException, InterruptedException, MQBrokerException {
        Map<MessageQueue, OffsetWrapper> offsets =
                groups.consumeStats(group, null).getOffsetTable();
        ClusterInfo clusters = nameServers.clusters();
        String storeHost = RemotingUtil.socketAddress2String(message.getStoreHost());
        for (Map.Entry<MessageQueue, OffsetWrapper> entry : offsets.entrySet()) {
            MessageQueue queue = entry.getKey();
            if (!queue.getTopic().equals(message.getTopic()) || queue.getQueueId() != message.getQueueId()) {
                continue;
            }
            BrokerData broker = clusters.getBrokerAddrTable().get(queue.getBrokerName());
            if (broker != null
                    && storeHost.equals(broker.getBrokerAddrs().get(MixAll.MASTER_ID))
                    && entry.getValue().getConsumerOffset() > message.getQueueOffset()) {
                return true;
            }
        }
        return false;
    }
}
