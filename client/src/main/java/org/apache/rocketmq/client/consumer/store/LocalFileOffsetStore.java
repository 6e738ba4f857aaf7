package org.apache.rocketmq.client.consumer.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.rocketmq.client.exception.HelpLink;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.client.offset.OffsetTable;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.persist.JsonFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offsets of a broadcasting consumer, in {@code <dir>/<clientId>/<group>/offsets.json}. Thread-safe. Source: client
 * behaviour, section 12.3.
 */
public class LocalFileOffsetStore implements OffsetStore {
    public static final String LOCAL_OFFSET_STORE_DIR = System.getProperty(
            "rocketmq.client.localOffsetStoreDir",
            Path.of(System.getProperty("user.home"), ".rocketmq_offsets").toString());

    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);

    private final OffsetTable offsets = new OffsetTable();
    private final JsonFile<OffsetSerializeWrapper> file;

    public LocalFileOffsetStore(MQClientInstance mQClientFactory, String groupName) {
        this(Path.of(LOCAL_OFFSET_STORE_DIR, mQClientFactory.getClientId(), groupName, "offsets.json"));
    }

    LocalFileOffsetStore(Path file) {
        this.file = new JsonFile<>(file, OffsetSerializeWrapper.class);
    }

    /** @throws MQClientException when neither the file nor its backup can be read */
    @Override
    public void load() throws MQClientException {
        read().getOffsetTable().forEach((queue, offset) -> {
            offsets.update(queue, offset.get(), false);
            LOG.info("offset of {} read from {}: {}", queue, file.path(), offset);
        });
    }

    private OffsetSerializeWrapper read() throws MQClientException {
        try {
            return file.load()
                    .filter(content -> content.getOffsetTable() != null)
                    .orElseGet(OffsetSerializeWrapper::new);
        } catch (IOException e) {
            throw new MQClientException(HelpLink.see("readLocalOffset Exception, maybe fastjson version too low"), e);
        }
    }

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
            AtomicLong stored = read().getOffsetTable().get(mq);
            if (stored == null) {
                return OffsetTable.NONE;
            }
            offsets.update(mq, stored.get(), false);
            return stored.get();
        } catch (MQClientException e) {
            // 4.9 quirk: a broken file counts as "no offset" here, unlike at load.
            LOG.error("offsets cannot be read from {}", file.path(), e);
            return OffsetTable.NONE;
        }
    }

    @Override
    public void persistAll(Set<MessageQueue> mqs) {
        if (mqs != null && !mqs.isEmpty()) {
            merge(mqs);
        }
    }

    @Override
    public void persist(MessageQueue mq) {
        if (mq != null && offsets.get(mq) != OffsetTable.NONE) {
            merge(Set.of(mq));
        }
    }

    /** Queues that other processes or earlier assignments wrote stay in the file. */
    private synchronized void merge(Set<MessageQueue> queues) {
        try {
            OffsetSerializeWrapper content = read();
            for (MessageQueue queue : queues) {
                long offset = offsets.get(queue);
                if (offset != OffsetTable.NONE) {
                    content.getOffsetTable().put(queue, new AtomicLong(offset));
                }
            }
            file.save(content);
        } catch (IOException | MQClientException e) {
            LOG.error("offsets not persisted to {}", file.path(), e);
        }
    }

    /** Forgets memory only. */
    @Override
    public void removeOffset(MessageQueue mq) {
        if (mq != null) {
            offsets.remove(mq);
        }
    }

    /** Does nothing: broadcasting offsets are no business of brokers. */
    @Override
    public void updateConsumeOffsetToBroker(MessageQueue mq, long offset, boolean isOneway) {}

    @Override
    public Map<MessageQueue, Long> cloneOffsetTable(String topic) {
        return offsets.copy(topic);
    }
}
