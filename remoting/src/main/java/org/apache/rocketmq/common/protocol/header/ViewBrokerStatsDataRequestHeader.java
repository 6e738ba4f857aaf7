package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of VIEW_BROKER_STATS_DATA (315). */
public class ViewBrokerStatsDataRequestHeader implements CommandCustomHeader {
    /** For example TOPIC_PUT_NUMS. */
    private String statsName;

    /** For example topic or topic@group. */
    private String statsKey;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("statsName", statsName);
        out.put("statsKey", statsKey);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        statsName = in.getString("statsName");
        statsKey = in.getString("statsKey");
    }

    public String getStatsName() {
        return statsName;
    }

    public void setStatsName(String statsName) {
        this.statsName = statsName;
    }

    public String getStatsKey() {
        return statsKey;
    }

    public void setStatsKey(String statsKey) {
        this.statsKey = statsKey;
    }
}
