package org.apache.rocketmq.client;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.rocketmq.common.LocalAddress;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.NamespaceUtil;
import org.apache.rocketmq.common.utils.NameServerAddressUtils;
import org.apache.rocketmq.remoting.netty.TlsSystemConfig;
import org.apache.rocketmq.remoting.protocol.LanguageCode;

/**
 * Settings that all producers, consumers and admin clients share. Source: client behaviour, section 2.
 *
 * <p>The shared instance takes a copy when the first facade with its client id starts; later changes have no effect on
 * it. Not thread-safe: set before start.
 */
public class ClientConfig {
    public static final String SEND_MESSAGE_WITH_VIP_CHANNEL_PROPERTY = "com.rocketmq.sendMessageWithVIPChannel";

    protected String namespace;
    protected AccessChannel accessChannel = AccessChannel.LOCAL;
    protected boolean enableStreamRequestType;

    private boolean namespaceKnown;
    private String namesrvAddr = NameServerAddressUtils.getNameServerAddresses();
    private String clientIP = LocalAddress.announced();
    private String instanceName = System.getProperty("rocketmq.client.name", "DEFAULT");
    private int clientCallbackExecutorThreads = Runtime.getRuntime().availableProcessors();
    private int pollNameServerInterval = 30_000;
    private int heartbeatBrokerInterval = 30_000;
    private int persistConsumerOffsetInterval = 5_000;
    private long pullTimeDelayMillsWhenException = 1_000;
    private boolean unitMode;
    private String unitName;
    private boolean vipChannelEnabled =
            Boolean.parseBoolean(System.getProperty(SEND_MESSAGE_WITH_VIP_CHANNEL_PROPERTY, "false"));
    private boolean useTLS = Boolean.parseBoolean(System.getProperty(TlsSystemConfig.TLS_ENABLE, "false"));
    private int mqClientApiTimeout = 3_000;
    private LanguageCode language = LanguageCode.JAVA;

    public ClientConfig() {}

    /** {@code <clientIP>@<instanceName>[@<unitName>][@STREAM]}: facades with equal ids share one instance. */
    public String buildMQClientId() {
        StringBuilder id = new StringBuilder(64).append(clientIP).append('@').append(instanceName);
        if (unitName != null && !unitName.isBlank()) {
            id.append('@').append(unitName);
        }
        if (enableStreamRequestType) {
            id.append("@STREAM");
        }
        return id.toString();
    }

    /** Makes the default instance name unique, so that this facade gets an instance of its own. */
    public void changeInstanceNameToPID() {
        if ("DEFAULT".equals(instanceName)) {
            instanceName = MixAll.getPID() + "#" + System.nanoTime();
        }
    }

    public String withNamespace(String resource) {
        return NamespaceUtil.wrapNamespace(getNamespace(), resource);
    }

    public Set<String> withNamespace(Set<String> resourceSet) {
        Set<String> wrapped = new HashSet<>();
        resourceSet.forEach(resource -> wrapped.add(withNamespace(resource)));
        return wrapped;
    }

    public String withoutNamespace(String resource) {
        return NamespaceUtil.withoutNamespace(resource, getNamespace());
    }

    public Set<String> withoutNamespace(Set<String> resourceSet) {
        Set<String> bare = new HashSet<>();
        resourceSet.forEach(resource -> bare.add(withoutNamespace(resource)));
        return bare;
    }

    /** The queue with its topic wrapped; the same object when there is no namespace. */
    public MessageQueue queueWithNamespace(MessageQueue queue) {
        String space = getNamespace();
        if (space == null || space.isEmpty()) {
            return queue;
        }
        return new MessageQueue(withNamespace(queue.getTopic()), queue.getBrokerName(), queue.getQueueId());
    }

    public Collection<MessageQueue> queuesWithNamespace(Collection<MessageQueue> queues) {
        String space = getNamespace();
        if (space == null || space.isEmpty()) {
            return queues;
        }
        Collection<MessageQueue> wrapped = new LinkedHashSet<>();
        queues.forEach(queue -> wrapped.add(queueWithNamespace(queue)));
        return wrapped;
    }

    /** Takes over every setting of {@code cc} but the access channel. */
    public void resetClientConfig(ClientConfig cc) {
        namesrvAddr = cc.namesrvAddr;
        clientIP = cc.clientIP;
        instanceName = cc.instanceName;
        clientCallbackExecutorThreads = cc.clientCallbackExecutorThreads;
        pollNameServerInterval = cc.pollNameServerInterval;
        heartbeatBrokerInterval = cc.heartbeatBrokerInterval;
        persistConsumerOffsetInterval = cc.persistConsumerOffsetInterval;
        pullTimeDelayMillsWhenException = cc.pullTimeDelayMillsWhenException;
        unitMode = cc.unitMode;
        unitName = cc.unitName;
        vipChannelEnabled = cc.vipChannelEnabled;
        useTLS = cc.useTLS;
        namespace = cc.namespace;
        namespaceKnown = cc.namespaceKnown;
        language = cc.language;
        mqClientApiTimeout = cc.mqClientApiTimeout;
        enableStreamRequestType = cc.enableStreamRequestType;
    }

    public ClientConfig cloneClientConfig() {
        ClientConfig copy = new ClientConfig();
        copy.resetClientConfig(this);
        return copy;
    }

    /** {@code host:port} list separated by semicolons, or null: then the list is asked for by HTTP. */
    public String getNamesrvAddr() {
        if (namesrvAddr != null && namesrvAddr.startsWith("http://")) {
            return namesrvAddr.substring(namesrvAddr.lastIndexOf('/') + 1);
        }
        return namesrvAddr;
    }

    public void setNamesrvAddr(String namesrvAddr) {
        this.namesrvAddr = namesrvAddr;
        this.namespaceKnown = false;
    }

    /** The namespace as set, or the one that an instance endpoint implies, or null. */
    public String getNamespace() {
        if (namespace == null && !namespaceKnown) {
            if (namesrvAddr != null && NameServerAddressUtils.validateInstanceEndpoint(namesrvAddr)) {
                namespace = NameServerAddressUtils.parseInstanceIdFromEndpoint(namesrvAddr);
            }
            namespaceKnown = true;
        }
        return namespace;
    }

    public void setNamespace(String namespace) {
        this.namespace = namespace;
        this.namespaceKnown = true;
    }

    public String getClientIP() {
        return clientIP;
    }

    public void setClientIP(String clientIP) {
        this.clientIP = clientIP;
    }

    public String getInstanceName() {
        return instanceName;
    }

    public void setInstanceName(String instanceName) {
        this.instanceName = instanceName;
    }

    public int getClientCallbackExecutorThreads() {
        return clientCallbackExecutorThreads;
    }

    public void setClientCallbackExecutorThreads(int clientCallbackExecutorThreads) {
        this.clientCallbackExecutorThreads = clientCallbackExecutorThreads;
    }

    /** Period (ms) of the route refresh. */
    public int getPollNameServerInterval() {
        return pollNameServerInterval;
    }

    public void setPollNameServerInterval(int pollNameServerInterval) {
        this.pollNameServerInterval = pollNameServerInterval;
    }

    /** Period (ms) of heartbeats. */
    public int getHeartbeatBrokerInterval() {
        return heartbeatBrokerInterval;
    }

    public void setHeartbeatBrokerInterval(int heartbeatBrokerInterval) {
        this.heartbeatBrokerInterval = heartbeatBrokerInterval;
    }

    /** Period (ms) in which consumers persist their offsets. */
    public int getPersistConsumerOffsetInterval() {
        return persistConsumerOffsetInterval;
    }

    public void setPersistConsumerOffsetInterval(int persistConsumerOffsetInterval) {
        this.persistConsumerOffsetInterval = persistConsumerOffsetInterval;
    }

    public long getPullTimeDelayMillsWhenException() {
        return pullTimeDelayMillsWhenException;
    }

    public void setPullTimeDelayMillsWhenException(long pullTimeDelayMillsWhenException) {
        this.pullTimeDelayMillsWhenException = pullTimeDelayMillsWhenException;
    }

    public String getUnitName() {
        return unitName;
    }

    public void setUnitName(String unitName) {
        this.unitName = unitName;
    }

    public boolean isUnitMode() {
        return unitMode;
    }

    public void setUnitMode(boolean unitMode) {
        this.unitMode = unitMode;
    }

    /** Whether most broker calls use the fast port (listen port - 2). */
    public boolean isVipChannelEnabled() {
        return vipChannelEnabled;
    }

    public void setVipChannelEnabled(boolean vipChannelEnabled) {
        this.vipChannelEnabled = vipChannelEnabled;
    }

    public boolean isUseTLS() {
        return useTLS;
    }

    public void setUseTLS(boolean useTLS) {
        this.useTLS = useTLS;
    }

    /** Written into heartbeats only. */
    public LanguageCode getLanguage() {
        return language;
    }

    public void setLanguage(LanguageCode language) {
        this.language = language;
    }

    public AccessChannel getAccessChannel() {
        return accessChannel;
    }

    public void setAccessChannel(AccessChannel accessChannel) {
        this.accessChannel = accessChannel;
    }

    /** Time-out (ms) of route queries, heartbeats, unregistering, member lists and client checks. */
    public int getMqClientApiTimeout() {
        return mqClientApiTimeout;
    }

    public void setMqClientApiTimeout(int mqClientApiTimeout) {
        this.mqClientApiTimeout = mqClientApiTimeout;
    }

    public boolean isEnableStreamRequestType() {
        return enableStreamRequestType;
    }

    public void setEnableStreamRequestType(boolean enableStreamRequestType) {
        this.enableStreamRequestType = enableStreamRequestType;
    }

    @Override
    public String toString() {
        return "ClientConfig [namesrvAddr=" + namesrvAddr + ", clientIP=" + clientIP + ", instanceName=" + instanceName
                + ", clientCallbackExecutorThreads=" + clientCallbackExecutorThreads + ", pollNameServerInterval="
                + pollNameServerInterval + ", heartbeatBrokerInterval=" + heartbeatBrokerInterval
                + ", persistConsumerOffsetInterval=" + persistConsumerOffsetInterval
                + ", pullTimeDelayMillsWhenException=" + pullTimeDelayMillsWhenException + ", unitMode=" + unitMode
                + ", unitName=" + unitName + ", vipChannelEnabled=" + vipChannelEnabled + ", useTLS=" + useTLS
                + ", language=" + language + ", namespace=" + namespace + ", mqClientApiTimeout=" + mqClientApiTimeout
                + ", enableStreamRequestType=" + enableStreamRequestType + "]";
    }
}
