package org.apache.rocketmq.tools.command.group;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.common.protocol.body.Connection;
import org.apache.rocketmq.common.protocol.body.ConsumerConnection;
import org.apache.rocketmq.common.protocol.body.ConsumerRunningInfo;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.3. */
public final class ConsumerStatus implements SubCommand {
    @Override
    public String name() {
        return "consumerStatus";
    }

    @Override
    public String purpose() {
        return "Query consumer's internal data structure";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .optional("b", "brokerAddr", "broker address")
                .required("g", "consumerGroup", "consumer group name")
                .optional("i", "clientId", "The consumer's client id")
                .flag("s", "jstack", "Run jstack command in the consumer progress");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        String group = arguments.text("g");
        boolean threadDump = arguments.has("s");
        if (arguments.has("i")) {
            ConsumerRunningInfo info = session.admin().getConsumerRunningInfo(group, arguments.text("i"), threadDump);
            if (info != null) {
                session.print("%s", info.formatString());
            }
            return;
        }
        ConsumerConnection online = arguments.has("b")
                ? session.admin().examineConsumerConnectionInfo(group, arguments.text("b"))
                : session.admin().examineConsumerConnectionInfo(group);
        Path folder = Path.of(Long.toString(System.currentTimeMillis()));
        TreeMap<String, ConsumerRunningInfo> infos = new TreeMap<>();
        session.print("%-10s %-40s %-20s %s%n", "#Index", "#ClientId", "#Version", "#ConsumerRunningInfoFile");
        int row = 1;
        for (Connection client : online.getConnectionSet()) {
            try {
                ConsumerRunningInfo info =
                        session.admin().getConsumerRunningInfo(group, client.getClientId(), threadDump);
                if (info != null) {
                    infos.put(client.getClientId(), info);
                    Path file = write(folder, client.getClientId(), info);
                    String version = MQVersion.getVersionDesc(client.getVersion());
                    session.print("%-10d %-40s %-20s %s%n", row++, client.getClientId(), version, file);
                }
            } catch (RemotingException | MQClientException e) {
                session.failed("client " + client.getClientId(), e);
            }
        }
        if (!infos.isEmpty()) {
            analyze(session, infos);
        }
    }

    private static Path write(Path folder, String clientId, ConsumerRunningInfo info) throws IOException {
        Files.createDirectories(folder);
        // A client names itself; its name must not lead out of the folder.
        Path file = folder.resolve(clientId.replaceAll("[/\\\\]", "_"));
        return Files.writeString(file, info.formatString());
    }

    private static void analyze(AdminSession session, TreeMap<String, ConsumerRunningInfo> infos)
            throws InterruptedException {
        if (!ConsumerRunningInfo.analyzeSubscription(infos)) {
            session.print("%n%nWARN: Different subscription in the same group of consumer!!!");
            return;
        }
        session.print("%n%nSame subscription in the same group of consumer");
        session.print("%n%nRebalance %s%n", ConsumerRunningInfo.analyzeRebalance(infos) ? "OK" : "Failed");
        infos.forEach((client, info) -> {
            String warnings = ConsumerRunningInfo.analyzeProcessQueue(client, info);
            if (!warnings.isEmpty()) {
                session.print("%s", warnings);
            }
        });
    }
}
