package org.apache.rocketmq.store.replication;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** A slave written down byte by byte, so that a test sees what the master really sends. */
final class HandMadeSlave implements AutoCloseable {
    /** A frame as received; the length of a heartbeat is 0. */
    record Frame(long offset, byte[] body) {
        int length() {
            return body.length;
        }
    }

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    HandMadeSlave(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(10_000);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
    }

    HandMadeSlave report(long offset) throws IOException {
        out.writeLong(offset);
        return this;
    }

    void sendBytes(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    Frame next() throws IOException {
        long offset = in.readLong();
        byte[] body = new byte[in.readInt()];
        in.readFully(body);
        return new Frame(offset, body);
    }

    /** Whether nothing comes for so long. */
    boolean silentFor(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            in.readByte();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(10_000);
        }
    }

    /** Reads on until the master closes; false when it does not within 10 seconds. */
    boolean closedByMaster() throws IOException {
        try {
            while (true) {
                next();
            }
        } catch (EOFException | SocketException e) {
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
