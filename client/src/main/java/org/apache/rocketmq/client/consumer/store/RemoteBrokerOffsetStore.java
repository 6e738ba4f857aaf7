package org.apache.rocketmq.client.consumer.store;

import java.util.Map;
import java.util.Set;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.client.offset.OffsetTable;
import org.apache.rocketmq.client.route.BrokerAddress;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.header.QueryConsumerOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.header.UpdateConsumerOffsetRequestHeader;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offsets of a clustering consumer, kept by the brokers. Thread-safe. Source: client behaviour, section 12.2. */
public class RemoteBrokerOffsetStore implements OffsetStore {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);
    private static final long TIMEOUT_MILLIS = 5_000;
    private static final long UNREACHABLE = -2;

    private final MQClientInstance instance;
    private final String group;
    private final OffsetTable offsets = new OffsetTable();

    public RemoteBrokerOffsetStore(MQClientInstance mQClientFactory, String groupName) {
        this.instance = mQClientFactory;
        this.group = groupName;
    }

    @Override
    public void load() {}

    @Override
    public void updateOffset(MessageQueue mq, long offset, boolean increaseOnly) {
        if (mq != null) {
            offsets.update(mq, offset, increaseOnly);
        }
    }

    @Override
    public long readOffset(MessageQueue mq, ReadOffsetType type) {
        if (mq == null) {
            return OffsetTable.NONE;
        }
        long held = offsets.get(mq);
        if (type == ReadOffsetType.READ_FROM_MEMORY
                || type == ReadOffsetType.MEMORY_FIRST_THEN_STORE && held != OffsetTable.NONE) {
            return held;
        }
        try {
            long stored = query(mq);
            offsets.update(mq, stored, false);
            return stored;
        } catch (MQBrokerException e) {
            // Any refusal means that there is none, not only code 22.
            return OffsetTable.NONE;
        } catch (RemotingException | MQClientException | IllegalStateException e) {
            LOG.warn("offset of {} of group {} cannot be read: {}", mq, group, e.toString());
            return UNREACHABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNREACHABLE;
        }
    }

    private long query(MessageQueue mq)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        QueryConsumerOffsetRequestHeader header = new QueryConsumerOffsetRequestHeader();
        header.setTopic(mq.getTopic());
        header.setConsumerGroup(group);
        header.setQueueId(mq.getQueueId());
        header.setBname(mq.getBrokerName());
        return instance.brokerApi().queryConsumerOffset(address(mq), header, TIMEOUT_MILLIS);
    }

    /** The master; if it stays unknown after a route refresh, any node of that broker. */
    private String address(MessageQueue mq) throws MQClientException {
        BrokerAddress found = instance.routes().brokers().find(mq.getBrokerName(), MixAll.MASTER_ID, true);
        if (found == null) {
            instance.routes().refresh(mq.getTopic());
            found = instance.routes().brokers().find(mq.getBrokerName(), MixAll.MASTER_ID, false);
        }
        if (found == null) {
            throw new MQClientException("The broker[" + mq.getBrokerName() + "] not exist", null);
        }
        return found.address();
    }

    /** Sends the offset of every held queue, one-way, changed or not; forgets all others. */
    @Override
    public void persistAll(Set<MessageQueue> mqs) {
        if (mqs == null || mqs.isEmpty()) {
            return;
        }
        for (Map.Entry<MessageQueue, Long> each : offsets.copy(null).entrySet()) {
            if (mqs.contains(each.getKey())) {
                send(each.getKey(), each.getValue());
            } else {
                offsets.remove(each.getKey());
                LOG.info("offset of {} of group {} forgotten: not held", each.getKey(), group);
            }
        }
    }

    @Override
    public void persist(MessageQueue mq) {
        long offset = mq == null ? OffsetTable.NONE : offsets.get(mq);
        if (offset != OffsetTable.NONE) {
            send(mq, offset);
        }
    }

    private void send(MessageQueue mq, long offset) {
        try {
            updateConsumeOffsetToBroker(mq, offset, true);
        } catch (RemotingException | MQBrokerException | MQClientException | IllegalStateException e) {
            LOG.error("offset {} of {} of group {} not sent: {}", offset, mq, group, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void removeOffset(MessageQueue mq) {
        if (mq != null) {
            offsets.remove(mq);
        }
    }

    @Override
    public Map<MessageQueue, Long> cloneOffsetTable(String topic) {
        return offsets.copy(topic);
    }

    @Override
    public void updateConsumeOffsetToBroker(MessageQueue mq, long offset, boolean isOneway)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException {
        UpdateConsumerOffsetRequestHeader header = new UpdateConsumerOffsetRequestHeader();
        header.setTopic(mq.getTopic());
        header.setConsumerGroup(group);
        header.setQueueId(mq.getQueueId());
        header.setCommitOffset(offset);
        header.setBname(mq.getBrokerName());
        if (isOneway) {
            instance.brokerApi().updateConsumerOffsetOneway(address(mq), header, TIMEOUT_MILLIS);
        } else {
            instance.brokerApi().updateConsumerOffset(address(mq), header, TIMEOUT_MILLIS);
        }
    }
}
