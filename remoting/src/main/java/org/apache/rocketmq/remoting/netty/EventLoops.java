package org.apache.rocketmq.remoting.netty;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes event loops, other threads and socket options the same way for server and client. Stateless. */
final class EventLoops {
    /** Bytes that may wait unsent on a connection before it counts as full. */
    private static final int HIGH_WATER_BYTES = 4 * 1024 * 1024;

    private static final int LOW_WATER_BYTES = 1024 * 1024;

    private static final int DEFAULT_CALLBACK_THREADS = 4;

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

    /**
     * The threads of callbacks and of processors without an executor of their own. When the queue is full, callbacks run
     * where the answer arrived and requests are refused.
     *
     * @param threads 0 for the default
     */
    static ThreadPoolExecutor callbackThreads(int threads, int queueCapacity, String name) {
        int size = threads > 0 ? threads : DEFAULT_CALLBACK_THREADS;
        var pool = new ThreadPoolExecutor(
                size, size, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>(queueCapacity), threadFactory(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** One daemon thread of that name. */
    static ScheduledExecutorService timer(String name) {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What may wait unsent on a connection: as configured when both marks are set. */
    static WriteBufferWaterMark waterMark(int low, int high) {
        return low > 0 && high > 0
                ? new WriteBufferWaterMark(low, high)
                : new WriteBufferWaterMark(LOW_WATER_BYTES, HIGH_WATER_BYTES);
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
