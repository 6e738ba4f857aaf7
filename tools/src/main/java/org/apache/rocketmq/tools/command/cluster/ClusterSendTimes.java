package org.apache.rocketmq.tools.command.cluster;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.CommandFailure;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.ProbeMessages;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.4. Endless: one round after the other until it is killed. */
public final class ClusterSendTimes implements SubCommand {
    private static final int DEFAULT_AMOUNT = 100;
    private static final int DEFAULT_SIZE = 128;
    private static final long DEFAULT_PAUSE_SECONDS = 10;
    private static final DateTimeFormatter LOG_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(8));

    /** @param averageMillis over all but the first message; NaN for a single one */
    private record Round(double averageMillis, int sent, int failed) {}

    @Override
    public String name() {
        return "clusterRT";
    }

    @Override
    public String purpose() {
        return "List All clusters Message Send RT";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .optional("a", "amount", "message amount | default 100")
                .optional("c", "cluster", "cluster name | default display all cluster")
                .optional("i", "interval", "print interval | default 10 seconds")
                .optional("m", "machine room", "machine room name | default noname")
                .optional("p", "print log", "print as tlog | default false")
                .optional("s", "size", "message size | default 128 Byte");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        boolean log = arguments.bool("p", false);
        String room = arguments.text("m", "noname");
        long pauseSeconds = arguments.longNumber("i", DEFAULT_PAUSE_SECONDS);
        int amount = arguments.number("a", DEFAULT_AMOUNT);
        int size = arguments.number("s", DEFAULT_SIZE);
        if (!log) {
            session.print(
                    "%-24s  %-24s  %-4s  %-8s  %-8s%n",
                    "#Cluster Name", "#Broker Name", "#RT", "#successCount", "#failCount");
        }
        while (true) {
            var clusters = session.admin().examineBrokerClusterInfo().getClusterAddrTable();
            Set<String> wanted = arguments.has("c") ? Set.of(arguments.text("c")) : new TreeSet<>(clusters.keySet());
            for (String cluster : wanted) {
                Set<String> brokers = clusters.get(cluster);
                if (brokers == null) {
                    session.print("cluster [%s] not exist", cluster);
                    throw new CommandFailure("cluster " + cluster + " is unknown to the name server");
                }
                for (String broker : new TreeSet<>(brokers)) {
                    Round round = measure(session, broker, amount, size);
                    if (log) {
                        session.print(
                                "%s|%s|%s|%s|%s%n",
                                LOG_TIME.format(Instant.now()),
                                room,
                                cluster,
                                broker,
                                Math.round(round.averageMillis()));
                    } else {
                        session.print(
                                "%-24s  %-24s  %-8s  %-16s  %-16s%n",
                                cluster,
                                broker,
                                String.format(Locale.ROOT, "%.2f", round.averageMillis()),
                                round.sent(),
                                round.failed());
                    }
                    session.out().flush();
                }
            }
            TimeUnit.SECONDS.sleep(pauseSeconds);
        }
    }

    /** Every broker serves a topic of its own name. */
    private static Round measure(AdminSession session, String topic, int amount, int size) throws Exception {
        DefaultMQProducer producer = session.producer(Long.toString(System.currentTimeMillis()));
        int sent = 0;
        long totalNanos = 0;
        for (int i = 0; i < amount; i++) {
            long beganNanos = System.nanoTime();
            try {
                producer.send(ProbeMessages.of(topic, size));
                sent++;
            } catch (RemotingException | MQBrokerException | MQClientException e) {
                session.failed("broker " + topic, e);
            }
            totalNanos += i == 0 ? 0 : System.nanoTime() - beganNanos;
        }
        return new Round(totalNanos / 1e6 / (amount - 1), sent, amount - sent);
    }
}
