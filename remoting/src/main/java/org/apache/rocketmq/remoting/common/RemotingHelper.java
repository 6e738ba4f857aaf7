package org.apache.rocketmq.remoting.common;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.exception.RemotingConnectException;
import org.apache.rocketmq.remoting.exception.RemotingSendRequestException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/** Text forms of addresses and exceptions, and a one-shot request. Stateless. */
public class RemotingHelper {
    public static final String ROCKETMQ_REMOTING = "RocketmqRemoting";
    public static final String DEFAULT_CHARSET = "UTF-8";

    private static final int MAX_FRAME_BYTES = 16 * 1024 * 1024;

    /** The exception's text and its first stack frame: the remark of an error response. */
    public static String exceptionSimpleDesc(Throwable e) {
        if (e == null) {
            return "";
        }
        var frames = e.getStackTrace();
        return frames.length == 0 ? e.toString() : e + ", " + frames[0];
    }

    /** The address of {@code host:port}, split at the last colon. */
    public static SocketAddress string2SocketAddress(String addr) {
        int colon = addr.lastIndexOf(':');
        return new InetSocketAddress(addr.substring(0, colon), Integer.parseInt(addr.substring(colon + 1)));
    }

    /** Sends one request on a connection of its own (without TLS) and waits for the answer. */
    public static RemotingCommand invokeSync(String addr, RemotingCommand request, long timeoutMillis)
            throws InterruptedException, RemotingConnectException, RemotingSendRequestException,
                    RemotingTimeoutException, RemotingCommandException {
        long deadlineNanos = System.nanoTime() + timeoutMillis * 1_000_000;
        try (var socket = new Socket()) {
            try {
                socket.connect(string2SocketAddress(addr), (int) timeoutMillis);
            } catch (IOException e) {
                throw new RemotingConnectException(addr, e);
            }
            boolean sent = false;
            try {
                socket.setSoTimeout((int) Math.max(1, (deadlineNanos - System.nanoTime()) / 1_000_000));
                var frame = request.encode();
                socket.getOutputStream().write(frame.array(), 0, frame.limit());
                sent = true;
                return readFrame(socket);
            } catch (SocketTimeoutException e) {
                throw new RemotingTimeoutException(addr, timeoutMillis, e);
            } catch (IOException e) {
                if (sent) {
                    throw new RemotingTimeoutException(addr, timeoutMillis, e);
                }
                throw new RemotingSendRequestException(addr, e);
            }
        } catch (IOException e) {
            throw new RemotingSendRequestException(addr, e);
        }
    }

    private static RemotingCommand readFrame(Socket socket) throws IOException, RemotingCommandException {
        var in = new DataInputStream(socket.getInputStream());
        int length = in.readInt();
        if (length < 4 || length > MAX_FRAME_BYTES - 4) {
            throw new RemotingCommandException("malformed frame: declared length " + length);
        }
        return RemotingCommand.decode(Unpooled.wrappedBuffer(in.readNBytes(length)));
    }

    /** The peer's address as {@code ip:port}; empty when there is none. */
    public static String parseChannelRemoteAddr(Channel channel) {
        return channel == null ? "" : parseSocketAddressAddr(channel.remoteAddress());
    }

    /** The address as {@code ip:port} without a leading slash; empty for null. */
    public static String parseSocketAddressAddr(SocketAddress socketAddress) {
        if (socketAddress == null) {
            return "";
        }
        if (socketAddress instanceof InetSocketAddress inet && inet.getAddress() != null) {
            return RemotingUtil.socketAddress2String(inet);
        }
        var text = socketAddress.toString();
        return text.startsWith("/") ? text.substring(1) : text;
    }
}
