package org.apache.rocketmq.client.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.rocketmq.client.AccessChannel;
import org.apache.rocketmq.client.producer.LocalTransactionState;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageType;

/** Trace records as text and back. Source: client behaviour, section 9.3. */
public class TraceDataEncoder {
    private static final String FIELD_END = String.valueOf(TraceConstants.CONTENT_SPLITOR);
    private static final String RECORD_END = String.valueOf(TraceConstants.FIELD_SPLITOR);

    /** Fields of a SubAfter record of the cloud. */
    private static final int CLOUD_FIELDS = 7;

    public TraceDataEncoder() {}

    /** The records in a body of a trace message; unknown record types are left out. */
    public static List<TraceContext> decoderFromTraceDataString(String traceData) {
        List<TraceContext> contexts = new ArrayList<>();
        if (traceData == null || traceData.isEmpty()) {
            return contexts;
        }
        for (String record : traceData.split(RECORD_END)) {
            String[] fields = record.split(FIELD_END, -1);
            // 4.9 quirk: records of the cloud lack their terminator, so the next one follows in the same line.
            while (fields.length > CLOUD_FIELDS && isType(fields[CLOUD_FIELDS])) {
                decode(Arrays.copyOf(fields, CLOUD_FIELDS), contexts);
                fields = Arrays.copyOfRange(fields, CLOUD_FIELDS, fields.length);
            }
            decode(fields, contexts);
        }
        return contexts;
    }

    private static boolean isType(String field) {
        return Arrays.stream(TraceType.values()).anyMatch(type -> type.name().equals(field));
    }

    private static void decode(String[] fields, List<TraceContext> contexts) {
        TraceBean bean = new TraceBean();
        TraceContext context = new TraceContext();
        context.setTraceBeans(new ArrayList<>(List.of(bean)));
        if (decode(fields, context, bean)) {
            contexts.add(context);
        }
    }

    private static boolean decode(String[] fields, TraceContext context, TraceBean bean) {
        if (fields[0].equals(TraceType.Pub.name())) {
            decodeSend(fields, context, bean);
        } else if (fields[0].equals(TraceType.SubBefore.name())) {
            decodeBefore(fields, context, bean);
        } else if (fields[0].equals(TraceType.SubAfter.name())) {
            decodeAfter(fields, context, bean);
        } else if (fields[0].equals(TraceType.EndTransaction.name())) {
            decodeEnd(fields, context, bean);
        } else {
            return false;
        }
        return true;
    }

    private static void decodeSend(String[] fields, TraceContext context, TraceBean bean) {
        context.setTraceType(TraceType.Pub);
        decodeMessage(fields, context, bean);
        bean.setBodyLength(Integer.parseInt(fields[9]));
        context.setCostTime(Integer.parseInt(fields[10]));
        bean.setMsgType(MessageType.values()[Integer.parseInt(fields[11])]);
        // Older clients wrote no offset id, newer ones may add the client's host.
        boolean withOffsetId = fields.length > 13;
        if (withOffsetId) {
            bean.setOffsetMsgId(fields[12]);
        }
        context.setSuccess(Boolean.parseBoolean(fields[withOffsetId ? 13 : 12]));
        if (fields.length > 14) {
            bean.setClientHost(fields[14]);
        }
    }

    private static void decodeMessage(String[] fields, TraceContext context, TraceBean bean) {
        context.setTimeStamp(Long.parseLong(fields[1]));
        context.setRegionId(fields[2]);
        context.setGroupName(fields[3]);
        bean.setTopic(fields[4]);
        bean.setMsgId(fields[5]);
        bean.setTags(fields[6]);
        bean.setKeys(fields[7]);
        bean.setStoreHost(fields[8]);
    }

    private static void decodeBefore(String[] fields, TraceContext context, TraceBean bean) {
        context.setTraceType(TraceType.SubBefore);
        context.setTimeStamp(Long.parseLong(fields[1]));
        context.setRegionId(fields[2]);
        context.setGroupName(fields[3]);
        context.setRequestId(fields[4]);
        bean.setMsgId(fields[5]);
        bean.setRetryTimes(Integer.parseInt(fields[6]));
        bean.setKeys(fields[7]);
    }

    private static void decodeAfter(String[] fields, TraceContext context, TraceBean bean) {
        context.setTraceType(TraceType.SubAfter);
        context.setRequestId(fields[1]);
        bean.setMsgId(fields[2]);
        context.setCostTime(Integer.parseInt(fields[3]));
        context.setSuccess(Boolean.parseBoolean(fields[4]));
        bean.setKeys(fields[5]);
        if (fields.length >= 7 && !fields[6].isEmpty()) {
            context.setContextCode(Integer.parseInt(fields[6]));
        }
        if (fields.length >= 9) {
            context.setTimeStamp(Long.parseLong(fields[7]));
            context.setGroupName(fields[8]);
        }
    }

    private static void decodeEnd(String[] fields, TraceContext context, TraceBean bean) {
        context.setTraceType(TraceType.EndTransaction);
        decodeMessage(fields, context, bean);
        bean.setMsgType(MessageType.values()[Integer.parseInt(fields[9])]);
        bean.setTransactionId(fields[10]);
        bean.setTransactionState(LocalTransactionState.valueOf(fields[11]));
        bean.setFromTransactionCheck(Boolean.parseBoolean(fields[12]));
    }

    /** The record as text with the keys it is found by; null for null. */
    public static TraceTransferBean encoderFromContextBean(TraceContext ctx) {
        if (ctx == null) {
            return null;
        }
        StringBuilder text = new StringBuilder(256);
        switch (ctx.getTraceType()) {
            case Pub -> encodeSend(text, ctx, ctx.getTraceBeans().get(0));
            case SubBefore -> ctx.getTraceBeans().forEach(bean -> encodeBefore(text, ctx, bean));
            case SubAfter -> ctx.getTraceBeans().forEach(bean -> encodeAfter(text, ctx, bean));
            case EndTransaction -> encodeEnd(text, ctx, ctx.getTraceBeans().get(0));
        }
        TraceTransferBean encoded = new TraceTransferBean();
        encoded.setTransData(text.toString());
        for (TraceBean bean : ctx.getTraceBeans()) {
            encoded.getTransKey().add(bean.getMsgId());
            if (bean.getKeys() != null && !bean.getKeys().isEmpty()) {
                encoded.getTransKey().addAll(List.of(bean.getKeys().split(MessageConst.KEY_SEPARATOR)));
            }
        }
        return encoded;
    }

    private static void encodeSend(StringBuilder text, TraceContext ctx, TraceBean bean) {
        encodeMessage(text, ctx, bean);
        field(text, bean.getBodyLength());
        field(text, ctx.getCostTime());
        field(text, bean.getMsgType().ordinal());
        field(text, bean.getOffsetMsgId());
        text.append(ctx.isSuccess()).append(TraceConstants.FIELD_SPLITOR);
    }

    private static void encodeMessage(StringBuilder text, TraceContext ctx, TraceBean bean) {
        field(text, ctx.getTraceType());
        field(text, ctx.getTimeStamp());
        field(text, ctx.getRegionId());
        field(text, ctx.getGroupName());
        field(text, bean.getTopic());
        field(text, bean.getMsgId());
        field(text, bean.getTags());
        field(text, bean.getKeys());
        field(text, bean.getStoreHost());
    }

    private static void encodeBefore(StringBuilder text, TraceContext ctx, TraceBean bean) {
        field(text, ctx.getTraceType());
        field(text, ctx.getTimeStamp());
        field(text, ctx.getRegionId());
        field(text, ctx.getGroupName());
        field(text, ctx.getRequestId());
        field(text, bean.getMsgId());
        field(text, bean.getRetryTimes());
        text.append(bean.getKeys()).append(TraceConstants.FIELD_SPLITOR);
    }

    private static void encodeAfter(StringBuilder text, TraceContext ctx, TraceBean bean) {
        field(text, ctx.getTraceType());
        field(text, ctx.getRequestId());
        field(text, bean.getMsgId());
        field(text, ctx.getCostTime());
        field(text, ctx.isSuccess());
        field(text, bean.getKeys());
        field(text, ctx.getContextCode());
        // 4.9 quirk: in the cloud the record stops here, without terminator.
        if (ctx.getAccessChannel() != AccessChannel.CLOUD) {
            field(text, ctx.getTimeStamp());
            text.append(ctx.getGroupName()).append(TraceConstants.FIELD_SPLITOR);
        }
    }

    private static void encodeEnd(StringBuilder text, TraceContext ctx, TraceBean bean) {
        encodeMessage(text, ctx, bean);
        field(text, bean.getMsgType().ordinal());
        field(text, bean.getTransactionId());
        field(text, bean.getTransactionState().name());
        text.append(bean.isFromTransactionCheck()).append(TraceConstants.FIELD_SPLITOR);
    }

    private static void field(StringBuilder text, Object value) {
        text.append(value).append(TraceConstants.CONTENT_SPLITOR);
    }
}
