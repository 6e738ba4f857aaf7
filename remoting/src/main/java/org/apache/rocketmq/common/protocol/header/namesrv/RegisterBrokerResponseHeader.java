package org.apache.rocketmq.common.protocol.header.namesrv;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Response header of REGISTER_BROKER (103). */
public class RegisterBrokerResponseHeader implements CommandCustomHeader {
    /** HA address of the master of this broker name (slaves only, else null). */
    private String haServerAddr;

    /** Address of the master (slaves only, else null). */
    private String masterAddr;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("haServerAddr", haServerAddr);
        out.put("masterAddr", masterAddr);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        haServerAddr = in.getString("haServerAddr");
        masterAddr = in.getString("masterAddr");
    }

    public String getHaServerAddr() {
        return haServerAddr;
    }

    public void setHaServerAddr(String haServerAddr) {
        this.haServerAddr = haServerAddr;
    }

    public String getMasterAddr() {
        return masterAddr;
    }

    public void setMasterAddr(String masterAddr) {
        this.masterAddr = masterAddr;
    }
}
