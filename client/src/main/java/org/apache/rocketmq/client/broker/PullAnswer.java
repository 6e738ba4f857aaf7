package org.apache.rocketmq.client.broker;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.rocketmq.client.consumer.PullStatus;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageExt;

/**
 * A broker's answer to a pull. Source: client behaviour, section 10.3.
 *
 * @param suggestedBrokerId node id to use for the next pull of this queue
 * @param records the encoded messages, null unless FOUND
 */
public record PullAnswer(
        PullStatus status,
        long nextBeginOffset,
        long minOffset,
        long maxOffset,
        long suggestedBrokerId,
        byte[] records) {

    /** Decodes the messages, decompressed, for handing to an application. */
    public List<MessageExt> decode() {
        return records == null ? List.of() : MessageDecoder.decodes(ByteBuffer.wrap(records));
    }
}
