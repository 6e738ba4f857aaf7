package org.apache.rocketmq.namesrv.route;

import java.util.Collection;
import java.util.List;
import org.apache.rocketmq.common.DataVersion;
import org.apache.rocketmq.common.TopicConfig;

/**
 * What a broker says of itself.
 *
 * @param brokerId 0 = master
 * @param filterServers null = says nothing of them (senders before V3_0_11)
 */
public record Registration(
        String clusterName,
        String brokerName,
        String brokerAddr,
        long brokerId,
        String haServerAddr,
        DataVersion version,
        Collection<TopicConfig> topics,
        List<String> filterServers) {}
