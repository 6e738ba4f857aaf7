package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of UPDATE_AND_CREATE_ACL_CONFIG (50). */
public class CreateAccessConfigRequestHeader implements CommandCustomHeader {
    /** ACL access key. */
    private String accessKey;

    /** Secret; null when absent. */
    private String secretKey;

    /** Address pattern; null when absent. */
    private String whiteRemoteAddress;

    /** Admin account. */
    private boolean admin;

    /** Default topic permission; null when absent. */
    private String defaultTopicPerm;

    /** Default group permission; null when absent. */
    private String defaultGroupPerm;

    /** Comma separated list topic=PERM; null when absent. */
    private String topicPerms;

    /** Comma separated list group=PERM; null when absent. */
    private String groupPerms;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("accessKey", accessKey);
        out.put("secretKey", secretKey);
        out.put("whiteRemoteAddress", whiteRemoteAddress);
        out.put("admin", admin);
        out.put("defaultTopicPerm", defaultTopicPerm);
        out.put("defaultGroupPerm", defaultGroupPerm);
        out.put("topicPerms", topicPerms);
        out.put("groupPerms", groupPerms);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        accessKey = in.getString("accessKey");
        secretKey = in.getString("secretKey");
        whiteRemoteAddress = in.getString("whiteRemoteAddress");
        admin = in.getBoolean("admin", admin);
        defaultTopicPerm = in.getString("defaultTopicPerm");
        defaultGroupPerm = in.getString("defaultGroupPerm");
        topicPerms = in.getString("topicPerms");
        groupPerms = in.getString("groupPerms");
    }

    public String getAccessKey() {
        return accessKey;
    }

    public void setAccessKey(String accessKey) {
        this.accessKey = accessKey;
    }

    public String getSecretKey() {
        return secretKey;
    }

    public void setSecretKey(String secretKey) {
        this.secretKey = secretKey;
    }

    public String getWhiteRemoteAddress() {
        return whiteRemoteAddress;
    }

    public void setWhiteRemoteAddress(String whiteRemoteAddress) {
        this.whiteRemoteAddress = whiteRemoteAddress;
    }

    public boolean isAdmin() {
        return admin;
    }

    public void setAdmin(boolean admin) {
        this.admin = admin;
    }

    public String getDefaultTopicPerm() {
        return defaultTopicPerm;
    }

    public void setDefaultTopicPerm(String defaultTopicPerm) {
        this.defaultTopicPerm = defaultTopicPerm;
    }

    public String getDefaultGroupPerm() {
        return defaultGroupPerm;
    }

    public void setDefaultGroupPerm(String defaultGroupPerm) {
        this.defaultGroupPerm = defaultGroupPerm;
    }

    public String getTopicPerms() {
        return topicPerms;
    }

    public void setTopicPerms(String topicPerms) {
        this.topicPerms = topicPerms;
    }

    public String getGroupPerms() {
        return groupPerms;
    }

    public void setGroupPerms(String groupPerms) {
        this.groupPerms = groupPerms;
    }
}
