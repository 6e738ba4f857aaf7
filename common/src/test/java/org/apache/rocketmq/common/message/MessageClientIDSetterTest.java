package org.apache.rocketmq.common.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.rocketmq.common.UtilAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageClientIDSetterTest {

    static Stream<GoldenRecords.Vector> uniqKeys() {
        return GoldenRecords.ofKind("uniqKey");
    }

    @ParameterizedTest
    @MethodSource("uniqKeys")
    void readsThePartsOfAnOfficialId(GoldenRecords.Vector vector) {
        String id = vector.decoded().getString("text");

        assertThat(UtilAll.string2bytes(id)).isEqualTo(vector.bytes());
        assertThat(UtilAll.bytes2string(vector.bytes())).isEqualTo(id);
        assertThat(MessageClientIDSetter.getIPStrFromID(id))
                .isEqualTo(vector.decoded().getString("ip"));
        assertThat(MessageClientIDSetter.getPidFromID(id))
                .isEqualTo(vector.decoded().getIntValue("pid"));
        ZonedDateTime month = ZonedDateTime.now().truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
        long span = vector.decoded().getLongValue("millisSinceMonthStart");
        Date made = MessageClientIDSetter.getNearlyTimeFromID(id);
        assertThat(made.getTime())
                .isIn(
                        month.toInstant().toEpochMilli() + span,
                        month.minusMonths(1).toInstant().toEpochMilli() + span);
        assertThat(made).isBefore(Date.from(Instant.now().plusSeconds(1)));
    }

    @Test
    void newIdsTellAddressProcessAndTime() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        String id = MessageClientIDSetter.createUniqID();

        assertThat(id).matches("[0-9A-F]{32}|[0-9A-F]{56}");
        assertThat(MessageClientIDSetter.getPidFromID(id)).isEqualTo(UtilAll.getPid() & 0xFFFF);
        assertThat(MessageClientIDSetter.getIPFromID(id)).isEqualTo(UtilAll.getIP());
        assertThat(MessageClientIDSetter.getNearlyTimeFromID(id).toInstant().atZone(ZoneId.systemDefault()))
                .isBetween(before.atZone(ZoneId.systemDefault()), ZonedDateTime.now());
    }

    @Test
    void anIdOfAnotherLayoutMayBeOfAnyTime() {
        assertThat(MessageClientIDSetter.getNearlyTimeFromID("order-17")).isEqualTo(new Date(0));
        assertThat(MessageClientIDSetter.getNearlyTimeFromID("z".repeat(32))).isEqualTo(new Date(0));
    }

    @Test
    void newIdsDiffer() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            ids.add(MessageClientIDSetter.createUniqID());
        }

        assertThat(ids).hasSize(50_000);
    }

    @Test
    void aMessageKeepsItsFirstId() {
        Message message = new Message("T", new byte[1]);
        MessageClientIDSetter.setUniqID(message);
        String first = MessageClientIDSetter.getUniqID(message);
        MessageClientIDSetter.setUniqID(message);

        assertThat(MessageClientIDSetter.getUniqID(message)).isNotNull().isEqualTo(first);
    }
}
