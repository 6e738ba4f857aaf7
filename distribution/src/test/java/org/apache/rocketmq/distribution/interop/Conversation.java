package org.apache.rocketmq.distribution.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.rocketmq.distribution.fixture.ClientPrograms;
import org.apache.rocketmq.distribution.fixture.RunningProgram;
import org.apache.rocketmq.distribution.fixture.UserAccount;

/** The program Converse and what it has to say with every pair of client and servers. */
final class Conversation {

    private Conversation() {}

    /** Runs it to its end. */
    static void hold(ClientPrograms client, UserAccount account, String nameServer, String prefix, String... more) {
        String[] arguments =
                Stream.concat(Stream.of(nameServer, prefix), Stream.of(more)).toArray(String[]::new);
        try (RunningProgram program = client.start(account, "Converse", arguments)) {
            assertThat(program.awaitExit()).as(program.output()).isZero();
            assertThat(program.stdout().lines().filter(line -> line.matches("[a-z ]+: .*|conversation ended")))
                    .as(program.output())
                    .containsExactly(
                            "sync: 20 stored, 20 ids, last four in queues [0, 1, 2, 3]",
                            "async: 20 stored in 20 calls",
                            "batch: SEND_OK with 20 ids and 20 offset ids",
                            "large: SEND_OK",
                            "orders: [1, 1, 1] queue each",
                            "received: true 83",
                            "retry: failed 1, came again after 1",
                            "tags: {TagA=20, TagB=20}",
                            "broadcast: true true",
                            "order of steps kept: true",
                            "conversation ended");
        }
    }
}
