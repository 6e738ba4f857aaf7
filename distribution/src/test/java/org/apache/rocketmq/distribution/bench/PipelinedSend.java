package org.apache.rocketmq.distribution.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Sends messages over plain sockets with many requests in flight, so that the broker and not a client library is the limit.
 * Every message has a unique id and a tag, as a client sends it (request 310, JSON header).
 *
 * <p>Arguments: {@code host port topic bodyBytes connections inFlightPerConnection warmUpSeconds seconds}. Prints messages
 * acknowledged per second and how many were refused.
 */
public final class PipelinedSend {
    private static final int QUEUES = 4;
    private static final byte[] SUCCESS = "\"code\":0,".getBytes(ISO_8859_1);

    private final LongAdder stored = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final String topic;
    private final byte[] body;
    private volatile boolean ended;

    private PipelinedSend(String topic, int bodyBytes) {
        this.topic = topic;
        this.body = new byte[bodyBytes];
        new Random(1).nextBytes(body);
    }

    public static void main(String[] args) throws Exception {
        var load = new PipelinedSend(args[2], Integer.parseInt(args[3]));
        int connections = Integer.parseInt(args[4]);
        for (int i = 0; i < connections; i++) {
            load.connect(new Socket(args[0], Integer.parseInt(args[1])), i, Integer.parseInt(args[5]));
        }
        TimeUnit.SECONDS.sleep(Integer.parseInt(args[6]));
        long before = load.stored.sum();
        long beganNanos = System.nanoTime();
        TimeUnit.SECONDS.sleep(Integer.parseInt(args[7]));
        double seconds = (System.nanoTime() - beganNanos) / 1e9;
        System.out.printf("%.0f messages/s, %d refused%n", (load.stored.sum() - before) / seconds, load.refused.sum());
        load.ended = true;
        System.exit(0);
    }

    private void connect(Socket socket, int number, int inFlight) throws IOException {
        socket.setTcpNoDelay(true);
        var window = new Semaphore(inFlight);
        daemon(() -> receive(new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 17)), window));
        daemon(() -> send(
                new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 17)), window, number));
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void daemon(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException e) {
                if (!ended) {
                    System.err.println("connection lost: " + e);
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void send(DataOutputStream out, Semaphore window, int number) throws IOException, InterruptedException {
        for (int opaque = 1; ; ) {
            int free = window.drainPermits();
            if (free == 0) {
                out.flush();
                window.acquire();
                free = 1;
            }
            for (int i = 0; i < free; i++, opaque++) {
                byte[] header = header(opaque, number);
                out.writeInt(4 + header.length + body.length);
                out.writeInt(header.length);
                out.write(header);
                out.write(body);
            }
        }
    }

    private byte[] header(int opaque, int number) {
        return ("{\"code\":310,\"extFields\":{\"a\":\"bench\",\"b\":\"" + topic
                        + "\",\"c\":\"TBW102\",\"d\":\"4\",\"e\":\"" + (opaque & (QUEUES - 1))
                        + "\",\"f\":\"0\",\"g\":\"1700000000000\",\"h\":\"0\",\"i\":\"UNIQ_KEY\\u0001"
                        + id(opaque, number)
                        + "\\u0002WAIT\\u0001true\\u0002TAGS\\u0001TagA\",\"j\":\"0\",\"k\":\"false\",\"m\":\"false\"},"
                        + "\"flag\":0,\"language\":\"JAVA\",\"opaque\":" + opaque
                        + ",\"serializeTypeCurrentRPC\":\"JSON\",\"version\":407}")
                .getBytes(ISO_8859_1);
    }

    /** 32 digits, different for every message. */
    private static char[] id(int opaque, int number) {
        char[] id = "7F00000100002A9F0000000000000000".toCharArray();
        long value = ((long) number << 32) | opaque;
        for (int i = id.length - 1; value != 0; i--, value >>>= 4) {
            id[i] = Character.toUpperCase(Character.forDigit((int) (value & 15), 16));
        }
        return id;
    }

    private void receive(DataInputStream in, Semaphore window) throws IOException {
        byte[] frame = new byte[1 << 16];
        while (true) {
            int length = in.readInt();
            in.readFully(frame, 0, length);
            (isSuccess(frame, length) ? stored : refused).increment();
            window.release();
        }
    }

    private static boolean isSuccess(byte[] frame, int length) {
        for (int at = 4; at <= length - SUCCESS.length; at++) {
            int matched = 0;
            while (matched < SUCCESS.length && frame[at + matched] == SUCCESS[matched]) {
                matched++;
            }
            if (matched == SUCCESS.length) {
                return true;
            }
        }
        return false;
    }
}
