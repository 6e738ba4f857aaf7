package org.apache.rocketmq.remoting.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.common.protocol.header.SendMessageRequestHeaderV2;
import org.apache.rocketmq.common.protocol.header.SendMessageResponseHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time to read the header of a send request and to write the header of its answer. Run with {@code -prof gc} for bytes
 * allocated.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecBenchmark {
    @Param({"JSON", "ROCKETMQ"})
    public SerializeType serialization;

    private ByteBuf request;
    private int frameLength;
    private final ByteBuf out = Unpooled.directBuffer(4096);
    private SendMessageResponseHeader responseHeader;

    @Setup
    public void setUp() {
        var header = new SendMessageRequestHeaderV2();
        header.setA("producer_group");
        header.setB("TopicTest");
        header.setC("TBW102");
        header.setD(4);
        header.setE(2);
        header.setF(0);
        header.setG(1700000000000L);
        header.setH(0);
        header.setI("UNIQ_KEY\u00017F00000100010000000000000000ABCD\u0002WAIT\u0001true\u0002TAGS\u0001TagA");
        header.setJ(0);
        header.setK(false);
        header.setM(false);
        var command = RemotingCommand.createRequestCommand(310, header);
        command.setSerializeTypeCurrentRPC(serialization);
        var frame = command.encode().position(4);
        frameLength = frame.remaining();
        request = Unpooled.directBuffer().writeBytes(frame);
        responseHeader = new SendMessageResponseHeader();
        responseHeader.setMsgId("7F00000100002A9F0000000000001234");
        responseHeader.setQueueId(2);
        responseHeader.setQueueOffset(123456L);
    }

    @Benchmark
    public SendMessageRequestHeaderV2 readSendRequest() throws RemotingCommandException {
        request.readerIndex(0);
        return RemotingCommand.decodeHeader(request, frameLength).readInto(new SendMessageRequestHeaderV2());
    }

    @Benchmark
    public ByteBuf writeSendResponse() {
        var response = RemotingCommand.createResponseCommand(0, null);
        response.writeCustomHeader(responseHeader);
        response.setSerializeTypeCurrentRPC(serialization);
        response.encodeHeader(out.clear(), 0);
        return out;
    }
}
