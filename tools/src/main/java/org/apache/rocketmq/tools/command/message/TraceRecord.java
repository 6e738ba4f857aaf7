package org.apache.rocketmq.tools.command.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.rocketmq.common.message.MessageExt;

/**
 * What a client noted about one send, or about the end of one consumption. Source: client behaviour, trace records.
 *
 * @param sent true for a send, false for a consumption
 * @param host where the client ran
 * @param timeMillis epoch ms; 0 when an old client did not say
 */
record TraceRecord(
        boolean sent, String group, String messageId, String host, long timeMillis, long costMillis, boolean success) {
    private static final String FIELD_END = "\u0001";
    private static final String RECORD_END = "\u0002";

    /** The records in the body of a trace message. Kinds that say nothing about sends and consumptions are skipped. */
    static List<TraceRecord> in(MessageExt message) {
        List<TraceRecord> records = new ArrayList<>();
        Map<String, String[]> begun = new HashMap<>();
        String host = message.getBornHostString();
        for (String line : new String(message.getBody(), StandardCharsets.UTF_8).split(RECORD_END)) {
            String[] fields = line.split(FIELD_END, -1);
            switch (fields[0]) {
                case "Pub" -> {
                    if (fields.length >= 13) {
                        records.add(sent(fields, host));
                    }
                }
                case "SubBefore" -> {
                    if (fields.length >= 6) {
                        begun.put(fields[4], fields);
                    }
                }
                case "SubAfter" -> {
                    if (fields.length >= 5) {
                        records.add(consumed(fields, begun.get(fields[1]), host));
                    }
                }
                default -> {}
            }
        }
        return records;
    }

    private static TraceRecord sent(String[] fields, String host) {
        String success = fields.length == 13 ? fields[12] : fields[13];
        return new TraceRecord(
                true, fields[3], fields[5], host, number(fields[1]), number(fields[10]), Boolean.parseBoolean(success));
    }

    /** Old clients leave group and time out of the end of a consumption; its begin has them, if it is there. */
    private static TraceRecord consumed(String[] fields, String[] begin, String host) {
        boolean complete = fields.length >= 9;
        String group = complete ? fields[8] : begin == null ? "" : begin[3];
        long timeMillis = complete ? number(fields[7]) : begin == null ? 0 : number(begin[1]);
        return new TraceRecord(
                false, group, fields[2], host, timeMillis, number(fields[3]), Boolean.parseBoolean(fields[4]));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
