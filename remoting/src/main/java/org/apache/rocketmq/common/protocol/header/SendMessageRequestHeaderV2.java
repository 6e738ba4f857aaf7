package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.common.rpc.RpcRequestHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/**
 * Request header of SEND_MESSAGE_V2 (310), SEND_BATCH_MESSAGE (320), SEND_REPLY_MESSAGE_V2 (325). Hot: a field
 * that is not a number is an error.
 */
public class SendMessageRequestHeaderV2 extends RpcRequestHeader {
    /** {@code producerGroup}: producer group. */
    private String a;

    /** {@code topic}: topic. */
    private String b;

    /** {@code defaultTopic}: template topic (TBW102). */
    private String c;

    /** {@code defaultTopicQueueNums}: queue count on auto creation. */
    private Integer d;

    /** {@code queueId}: queue, &lt;0 = any. */
    private Integer e;

    /** {@code sysFlag}: message sysFlag. */
    private Integer f;

    /** {@code bornTimestamp}: when the client made the message, ms. */
    private Long g;

    /** {@code flag}: application flag. */
    private Integer h;

    /** {@code properties}: properties string; null when absent. */
    private String i;

    /** {@code reconsumeTimes}: retry count; null when absent. */
    private Integer j;

    /** {@code unitMode}: unit mode. */
    private boolean k;

    /** {@code maxReconsumeTimes}: limit for %RETRY% topics; null when absent. */
    private Integer l;

    /** {@code batch}: body is a batch body. */
    private boolean m;

    /** {@code bname}: broker name; the inherited field stays null. */
    private String n;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("a", a);
        out.put("b", b);
        out.put("c", c);
        out.put("d", d);
        out.put("e", e);
        out.put("f", f);
        out.put("g", g);
        out.put("h", h);
        out.put("i", i);
        out.put("j", j);
        out.put("k", k);
        out.put("l", l);
        out.put("m", m);
        out.put("n", n);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        a = in.getString("a");
        b = in.getString("b");
        c = in.getString("c");
        d = NumberFields.integerOf(in, "d");
        e = NumberFields.integerOf(in, "e");
        f = NumberFields.integerOf(in, "f");
        g = NumberFields.longOf(in, "g");
        h = NumberFields.integerOf(in, "h");
        i = in.getString("i");
        j = NumberFields.integerOf(in, "j");
        k = in.getBoolean("k", k);
        l = NumberFields.integerOf(in, "l");
        m = in.getBoolean("m", m);
        n = in.getString("n");
    }

    public String getA() {
        return a;
    }

    public void setA(String a) {
        this.a = a;
    }

    public String getB() {
        return b;
    }

    public void setB(String b) {
        this.b = b;
    }

    public String getC() {
        return c;
    }

    public void setC(String c) {
        this.c = c;
    }

    public Integer getD() {
        return d;
    }

    public void setD(Integer d) {
        this.d = d;
    }

    public Integer getE() {
        return e;
    }

    public void setE(Integer e) {
        this.e = e;
    }

    public Integer getF() {
        return f;
    }

    public void setF(Integer f) {
        this.f = f;
    }

    public Long getG() {
        return g;
    }

    public void setG(Long g) {
        this.g = g;
    }

    public Integer getH() {
        return h;
    }

    public void setH(Integer h) {
        this.h = h;
    }

    public String getI() {
        return i;
    }

    public void setI(String i) {
        this.i = i;
    }

    public Integer getJ() {
        return j;
    }

    public void setJ(Integer j) {
        this.j = j;
    }

    public boolean isK() {
        return k;
    }

    public void setK(boolean k) {
        this.k = k;
    }

    public Integer getL() {
        return l;
    }

    public void setL(Integer l) {
        this.l = l;
    }

    public boolean isM() {
        return m;
    }

    public void setM(boolean m) {
        this.m = m;
    }

    public String getN() {
        return n;
    }

    public void setN(String n) {
        this.n = n;
    }

    /** The same fields under their long names, for handlers that serve both forms. */
    public static SendMessageRequestHeader createSendMessageRequestHeaderV1(SendMessageRequestHeaderV2 v2) {
        SendMessageRequestHeader v1 = new SendMessageRequestHeader();
        v1.setProducerGroup(v2.a);
        v1.setTopic(v2.b);
        v1.setDefaultTopic(v2.c);
        v1.setDefaultTopicQueueNums(v2.d);
        v1.setQueueId(v2.e);
        v1.setSysFlag(v2.f);
        v1.setBornTimestamp(v2.g);
        v1.setFlag(v2.h);
        v1.setProperties(v2.i);
        v1.setReconsumeTimes(v2.j);
        v1.setUnitMode(v2.k);
        v1.setMaxReconsumeTimes(v2.l);
        v1.setBatch(v2.m);
        v1.setBname(v2.n);
        return v1;
    }

    /** The same fields under their short names, as clients send them. */
    public static SendMessageRequestHeaderV2 createSendMessageRequestHeaderV2(SendMessageRequestHeader v1) {
        SendMessageRequestHeaderV2 v2 = new SendMessageRequestHeaderV2();
        v2.a = v1.getProducerGroup();
        v2.b = v1.getTopic();
        v2.c = v1.getDefaultTopic();
        v2.d = v1.getDefaultTopicQueueNums();
        v2.e = v1.getQueueId();
        v2.f = v1.getSysFlag();
        v2.g = v1.getBornTimestamp();
        v2.h = v1.getFlag();
        v2.i = v1.getProperties();
        v2.j = v1.getReconsumeTimes();
        v2.k = v1.isUnitMode();
        v2.l = v1.getMaxReconsumeTimes();
        v2.m = v1.isBatch();
        v2.n = v1.getBname();
        return v2;
    }
}
