package org.apache.rocketmq.client.consumer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.message.MessageQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The offset file of broadcasting consumers. */
class LocalFileOffsetStoreTest {
    private static final MessageQueue A3 = new MessageQueue("T", "broker-a", 3);
    private static final MessageQueue B0 = new MessageQueue("T", "broker-b", 0);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("1.2.3.4@DEFAULT").resolve("bg").resolve("offsets.json");
    }

    private LocalFileOffsetStore store() throws MQClientException {
        LocalFileOffsetStore store = new LocalFileOffsetStore(file());
        store.load();
        return store;
    }

    @Test
    void theFileIsLaidOutAsPeersExpect() throws Exception {
        LocalFileOffsetStore store = store();
        store.updateOffset(A3, 5, false);
        store.persistAll(Set.of(A3));
        assertThat(Files.readString(file()))
                .isEqualTo(
                        "{\n\t\"offsetTable\":{{\n\t\t\t\"brokerName\":\"broker-a\",\n\t\t\t\"queueId\":3,\n\t\t\t\"topic\":\"T\"\n\t\t}:5\n\t}\n}");
    }

    @Test
    void queuesOfOthersStayInTheFile() throws Exception {
        LocalFileOffsetStore first = store();
        first.updateOffset(A3, 5, false);
        first.persist(A3);
        LocalFileOffsetStore second = new LocalFileOffsetStore(file());
        second.updateOffset(B0, 9, false);
        second.persistAll(Set.of(B0));
        LocalFileOffsetStore third = store();
        assertThat(third.readOffset(A3, ReadOffsetType.READ_FROM_MEMORY)).isEqualTo(5);
        assertThat(third.readOffset(B0, ReadOffsetType.READ_FROM_STORE)).isEqualTo(9);
    }

    @Test
    void removingForgetsMemoryOnly() throws Exception {
        LocalFileOffsetStore store = store();
        store.updateOffset(A3, 5, false);
        store.persist(A3);
        store.removeOffset(A3);
        assertThat(store.readOffset(A3, ReadOffsetType.READ_FROM_MEMORY)).isEqualTo(-1);
        assertThat(store.readOffset(A3, ReadOffsetType.READ_FROM_STORE)).isEqualTo(5);
    }

    @Test
    void offsetsOnlyIncreaseWhenAskedTo() throws Exception {
        LocalFileOffsetStore store = store();
        store.updateOffset(A3, 5, true);
        store.updateOffset(A3, 4, true);
        assertThat(store.readOffset(A3, ReadOffsetType.READ_FROM_MEMORY)).isEqualTo(5);
        store.updateOffset(A3, 4, false);
        assertThat(store.readOffset(A3, ReadOffsetType.READ_FROM_MEMORY)).isEqualTo(4);
    }

    @Test
    void aDamagedFileWithDamagedBackupIsRefused() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{\"offsetTable\"");
        Files.writeString(file().resolveSibling("offsets.json.bak"), "{broken");
        assertThatThrownBy(this::store)
                .isInstanceOf(MQClientException.class)
                .hasMessageStartingWith("readLocalOffset Exception, maybe fastjson version too low");
    }
}
