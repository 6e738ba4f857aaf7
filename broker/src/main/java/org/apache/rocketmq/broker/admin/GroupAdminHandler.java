package org.apache.rocketmq.broker.admin;

import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SUCCESS;

import org.apache.rocketmq.broker.group.GroupTable;
import org.apache.rocketmq.broker.offset.ConsumerOffsets;
import org.apache.rocketmq.broker.request.BadRequest;
import org.apache.rocketmq.broker.stats.BrokerStats;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.protocol.header.DeleteSubscriptionGroupRequestHeader;
import org.apache.rocketmq.common.subscription.SubscriptionGroupConfig;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.netty.Exchange;

/** Consumer groups: requests 200, 201 and 207, one method each. Thread-safe. Source: broker specification, topics and groups. */
public final class GroupAdminHandler {
    private final BrokerConfig config;
    private final GroupTable groups;
    private final ConsumerOffsets offsets;
    private final BrokerStats stats;
    private final SlaveGuard slaveGuard;

    public GroupAdminHandler(
            BrokerConfig config, GroupTable groups, ConsumerOffsets offsets, BrokerStats stats, SlaveGuard slaveGuard) {
        this.config = config;
        this.groups = groups;
        this.offsets = offsets;
        this.stats = stats;
        this.slaveGuard = slaveGuard;
    }

    /** Request 200. */
    public void createOrUpdate(Exchange exchange) throws BadRequest {
        if (slaveGuard.refuses(exchange)) {
            return;
        }
        var group = BadRequest.body(exchange, SubscriptionGroupConfig.class);
        if (group.getGroupName() == null || group.getGroupName().isBlank()) {
            throw new BadRequest("the body has no groupName");
        }
        groups.put(group);
        exchange.respondSuccess();
    }

    /** Request 201. */
    public void all(Exchange exchange) {
        exchange.respond(SUCCESS, null, null, groups.snapshot().encode());
    }

    /** Request 207. */
    public void delete(Exchange exchange) throws RemotingCommandException {
        if (slaveGuard.refuses(exchange)) {
            return;
        }
        var asked = exchange.read(new DeleteSubscriptionGroupRequestHeader());
        groups.remove(BadRequest.required("groupName", asked.getGroupName()));
        if (asked.isRemoveOffset()) {
            offsets.remove(asked.getGroupName());
        }
        if (config.isAutoDeleteUnusedStats()) {
            stats.forgetGroup(asked.getGroupName());
        }
        exchange.respondSuccess();
    }
}
