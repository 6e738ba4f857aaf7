package org.apache.rocketmq.tools.command.message;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.message.MessageClientExt;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.tools.admin.api.MessageTrack;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.CommandFailure;
import org.apache.rocketmq.tools.command.line.Times;

/** The two ways in which commands show a message. Source: mqadmin, sections 4.7 and 4.8. */
final class MessagePrinter {
    private static final String LINE = "%-20s %s%n";
    private static final Path BODIES = Path.of("/tmp/rocketmq/msgbodys");

    private MessagePrinter() {}

    /** One line: ids, all fields and the body; {@code charset} null leaves the body out. */
    static void printLine(AdminSession session, MessageExt message, Charset charset) {
        String body = charset == null ? "NOT PRINT BODY" : new String(message.getBody(), charset);
        session.print("MSGID: %s %s BODY: %s%n", message.getMsgId(), message, body);
    }

    /** Fields line by line, the body in a file, then what each group did with the message. */
    static void printFields(AdminSession session, MessageExt message, boolean withOffsetId)
            throws MQClientException, InterruptedException, CommandFailure, IOException {
        if (withOffsetId) {
            session.print(LINE, "OffsetID:", offsetId(message));
        }
        Path body = writeBody(message);
        session.print(LINE, "Topic:", message.getTopic());
        session.print(LINE, "Tags:", "[" + message.getTags() + "]");
        session.print(LINE, "Keys:", "[" + message.getKeys() + "]");
        session.print(LINE, "Queue ID:", message.getQueueId());
        session.print(LINE, "Queue Offset:", message.getQueueOffset());
        session.print(LINE, "CommitLog Offset:", message.getCommitLogOffset());
        session.print(LINE, "Reconsume Times:", message.getReconsumeTimes());
        session.print(LINE, "Born Timestamp:", Times.withMillis(message.getBornTimestamp()));
        session.print(LINE, "Store Timestamp:", Times.withMillis(message.getStoreTimestamp()));
        session.print(LINE, "Born Host:", RemotingHelper.parseSocketAddressAddr(message.getBornHost()));
        session.print(LINE, "Store Host:", RemotingHelper.parseSocketAddressAddr(message.getStoreHost()));
        session.print(LINE, "System Flag:", message.getSysFlag());
        session.print(LINE, "Properties:", message.getProperties());
        session.print(LINE, "Message Body Path:", body);
        printTracks(session, message);
    }

    private static String offsetId(MessageExt message) {
        return message instanceof MessageClientExt received ? received.getOffsetMsgId() : message.getMsgId();
    }

    private static Path writeBody(MessageExt message) throws IOException {
        Files.createDirectories(BODIES);
        // The id is a property that senders choose; it must not lead out of the folder.
        Path file = BODIES.resolve(message.getMsgId().replaceAll("[/\\\\]", "_"));
        byte[] body = message.getBody();
        return Files.write(file, body == null ? "".getBytes(StandardCharsets.UTF_8) : body);
    }

    private static void printTracks(AdminSession session, MessageExt message)
            throws MQClientException, InterruptedException, CommandFailure {
        List<MessageTrack> tracks;
        try {
            tracks = session.admin().messageTrackDetail(message);
        } catch (RemotingException | MQBrokerException | MQClientException e) {
            session.failed("consumers of " + message.getTopic(), e);
            return;
        }
        session.print("%n%n");
        if (tracks.isEmpty()) {
            session.print("WARN: No Consumer");
        }
        tracks.forEach(track -> session.print("%s", track));
        session.print("%n");
    }
}
