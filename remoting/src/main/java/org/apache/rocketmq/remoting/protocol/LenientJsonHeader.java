package org.apache.rocketmq.remoting.protocol;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONException;
import com.alibaba.fastjson2.JSONObject;
import com.alibaba.fastjson2.JSONReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;

/**
 * Reads what {@link JsonHeader} leaves: bare or single-quoted names, numbers as text, nested values, escapes in names.
 *
 * <p>Format: wire format, JSON header, reader leniency.
 */
final class LenientJsonHeader {
    private LenientJsonHeader() {}

    static HeaderReader read(byte[] in) throws RemotingCommandException {
        JSONObject object;
        try {
            object = JSON.parseObject(
                    new String(in, StandardCharsets.UTF_8), JSONReader.Feature.AllowUnQuotedFieldNames);
            if (object == null) {
                throw new RemotingCommandException("malformed JSON header: it is empty");
            }
            return fill(object);
        } catch (JSONException | NumberFormatException | ClassCastException e) {
            throw new RemotingCommandException("malformed JSON header of " + in.length + " bytes", e);
        }
    }

    private static HeaderReader fill(JSONObject object) {
        var into = new HeaderReader();
        into.code = object.getIntValue("code");
        into.flag = object.getIntValue("flag");
        into.opaque = object.getIntValue("opaque");
        into.version = object.getIntValue("version");
        into.remark = object.getString("remark");
        if (object.containsKey("language")) {
            into.language = language(object.get("language"));
        }
        var ext = object.get("extFields");
        if (ext != null) {
            into.map = new HashMap<>();
            ((JSONObject) ext).forEach((name, value) -> into.map.put(name, value == null ? null : value.toString()));
        }
        return into;
    }

    /** The name in any case or the ordinal; null when unknown. */
    private static LanguageCode language(Object value) {
        if (value instanceof Number number) {
            return LanguageCode.valueOf(number.byteValue());
        }
        for (var language : LanguageCode.values()) {
            if (language.name().equalsIgnoreCase(String.valueOf(value))) {
                return language;
            }
        }
        return null;
    }
}
