package org.apache.rocketmq.remoting.netty;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes event loops and socket options the same way for server and client. Stateless. */
final class EventLoops {
    /** Bytes that may wait unsent on a connection before it counts as full. */
    static final int HIGH_WATER_BYTES = 4 * 1024 * 1024;

    static final int LOW_WATER_BYTES = 1024 * 1024;

    private EventLoops() {}

    static MultiThreadIoEventLoopGroup group(int threads, String name, boolean epoll) {
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        return new MultiThreadIoEventLoopGroup(threads, threadFactory(name), io);
    }

    /** Threads {@code <name>_1 ...} that keep the process alive. */
    static ThreadFactory threadFactory(String name) {
        var number = new AtomicInteger();
        return task -> new Thread(task, name + "_" + number.incrementAndGet());
    }

    static boolean epoll(boolean wanted) {
        return wanted && Epoll.isAvailable();
    }

    static Class<? extends SocketChannel> clientChannel(boolean epoll) {
        return epoll ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    static Class<? extends ServerChannel> serverChannel(boolean epoll) {
        return epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }
}
