package org.apache.rocketmq.remoting.netty;

/** Settings of the calling side; {@link NettyClientConfigKeys} says what each means. */
public class NettyClientConfig {
    private int clientWorkerThreads = Integer.getInteger("com.rocketmq.remoting.client.worker.size", 4);
    private int clientCallbackExecutorThreads = Runtime.getRuntime().availableProcessors();
    private int clientOnewaySemaphoreValue =
            Integer.getInteger("com.rocketmq.remoting.clientOnewaySemaphoreValue", 65535);
    private int clientAsyncSemaphoreValue =
            Integer.getInteger("com.rocketmq.remoting.clientAsyncSemaphoreValue", 65535);
    private int connectTimeoutMillis = Integer.getInteger("com.rocketmq.remoting.client.connect.timeout", 3000);
    private long channelNotActiveInterval = 60_000;
    private int clientChannelMaxIdleTimeSeconds =
            Integer.getInteger("com.rocketmq.remoting.client.channel.maxIdleTimeSeconds", 120);
    private int clientSocketSndBufSize = Integer.getInteger("com.rocketmq.remoting.socket.sndbuf.size", 0);
    private int clientSocketRcvBufSize = Integer.getInteger("com.rocketmq.remoting.socket.rcvbuf.size", 0);
    private boolean clientPooledByteBufAllocatorEnable;
    private boolean clientCloseSocketIfTimeout =
            Boolean.parseBoolean(System.getProperty("com.rocketmq.remoting.client.closeSocketIfTimeout", "true"));
    private int writeBufferHighWaterMark = Integer.getInteger("com.rocketmq.remoting.write.buffer.high.water.mark", 0);
    private int writeBufferLowWaterMark = Integer.getInteger("com.rocketmq.remoting.write.buffer.low.water.mark", 0);
    private boolean useTLS = tlsByDefault();

    public int getClientWorkerThreads() {
        return clientWorkerThreads;
    }

    public void setClientWorkerThreads(int clientWorkerThreads) {
        this.clientWorkerThreads = clientWorkerThreads;
    }

    public int getClientCallbackExecutorThreads() {
        return clientCallbackExecutorThreads;
    }

    public void setClientCallbackExecutorThreads(int clientCallbackExecutorThreads) {
        this.clientCallbackExecutorThreads = clientCallbackExecutorThreads;
    }

    public int getClientOnewaySemaphoreValue() {
        return clientOnewaySemaphoreValue;
    }

    public void setClientOnewaySemaphoreValue(int clientOnewaySemaphoreValue) {
        this.clientOnewaySemaphoreValue = clientOnewaySemaphoreValue;
    }

    public int getClientAsyncSemaphoreValue() {
        return clientAsyncSemaphoreValue;
    }

    public void setClientAsyncSemaphoreValue(int clientAsyncSemaphoreValue) {
        this.clientAsyncSemaphoreValue = clientAsyncSemaphoreValue;
    }

    public int getConnectTimeoutMillis() {
        return connectTimeoutMillis;
    }

    public void setConnectTimeoutMillis(int connectTimeoutMillis) {
        this.connectTimeoutMillis = connectTimeoutMillis;
    }

    public long getChannelNotActiveInterval() {
        return channelNotActiveInterval;
    }

    public void setChannelNotActiveInterval(long channelNotActiveInterval) {
        this.channelNotActiveInterval = channelNotActiveInterval;
    }

    public int getClientChannelMaxIdleTimeSeconds() {
        return clientChannelMaxIdleTimeSeconds;
    }

    public void setClientChannelMaxIdleTimeSeconds(int clientChannelMaxIdleTimeSeconds) {
        this.clientChannelMaxIdleTimeSeconds = clientChannelMaxIdleTimeSeconds;
    }

    public int getClientSocketSndBufSize() {
        return clientSocketSndBufSize;
    }

    public void setClientSocketSndBufSize(int clientSocketSndBufSize) {
        this.clientSocketSndBufSize = clientSocketSndBufSize;
    }

    public int getClientSocketRcvBufSize() {
        return clientSocketRcvBufSize;
    }

    public void setClientSocketRcvBufSize(int clientSocketRcvBufSize) {
        this.clientSocketRcvBufSize = clientSocketRcvBufSize;
    }

    public boolean isClientPooledByteBufAllocatorEnable() {
        return clientPooledByteBufAllocatorEnable;
    }

    public void setClientPooledByteBufAllocatorEnable(boolean clientPooledByteBufAllocatorEnable) {
        this.clientPooledByteBufAllocatorEnable = clientPooledByteBufAllocatorEnable;
    }

    public boolean isClientCloseSocketIfTimeout() {
        return clientCloseSocketIfTimeout;
    }

    public void setClientCloseSocketIfTimeout(boolean clientCloseSocketIfTimeout) {
        this.clientCloseSocketIfTimeout = clientCloseSocketIfTimeout;
    }

    public int getWriteBufferHighWaterMark() {
        return writeBufferHighWaterMark;
    }

    public void setWriteBufferHighWaterMark(int writeBufferHighWaterMark) {
        this.writeBufferHighWaterMark = writeBufferHighWaterMark;
    }

    public int getWriteBufferLowWaterMark() {
        return writeBufferLowWaterMark;
    }

    public void setWriteBufferLowWaterMark(int writeBufferLowWaterMark) {
        this.writeBufferLowWaterMark = writeBufferLowWaterMark;
    }

    public boolean isUseTLS() {
        return useTLS;
    }

    public void setUseTLS(boolean useTLS) {
        this.useTLS = useTLS;
    }

    /** Property {@code tls.enable}; without it a process whose own server enforces TLS also calls with TLS. */
    private static boolean tlsByDefault() {
        var enforcing = "enforcing".equals(System.getProperty("tls.server.mode"));
        return Boolean.parseBoolean(System.getProperty("tls.enable", String.valueOf(enforcing)));
    }
}
