package org.apache.rocketmq.common.namesrv;

import java.io.IOException;
import java.net.HttpURLConnection;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.utils.HttpTinyClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a fixed HTTP address for the list of name servers. Calls block. Not thread-safe but for {@code fetchNSAddr}.
 *
 * <p>Source: client library, name server discovery by HTTP.
 */
public class TopAddressing {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.COMMON_LOGGER_NAME);

    private static final long TIMEOUT_MILLIS = 3000;

    private final String wsAddr;
    private final String unitName;
    private String nsAddr;

    public TopAddressing(String wsAddr) {
        this(wsAddr, null);
    }

    /** @param unitName appended to the address, or null */
    public TopAddressing(String wsAddr, String unitName) {
        this.wsAddr = wsAddr;
        this.unitName = unitName;
    }

    public String fetchNSAddr() {
        return fetchNSAddr(true, TIMEOUT_MILLIS);
    }

    /** The first line of the answer, or null if there was none with status 200; failures are only logged. */
    public String fetchNSAddr(boolean verbose, long timeoutMills) {
        String url = unitName == null || unitName.isBlank() ? wsAddr : wsAddr + "-" + unitName + "?nofix=1";
        try {
            HttpTinyClient.HttpResult answer = HttpTinyClient.httpGet(url, null, null, "UTF-8", timeoutMills);
            if (answer.code == HttpURLConnection.HTTP_OK) {
                return firstLine(answer.content);
            }
            log.error("name server discovery at {} answered status {}", url, answer.code);
        } catch (IOException e) {
            if (verbose) {
                log.error("name server discovery at {} failed", url, e);
            }
        }
        if (verbose) {
            log.warn("no name servers from {}: is the domain name {} mapped to the discovery server?", url, wsAddr);
        }
        return null;
    }

    private static String firstLine(String content) {
        String text = content.trim();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\r' || text.charAt(i) == '\n') {
                return text.substring(0, i);
            }
        }
        return text;
    }

    public String getNsAddr() {
        return nsAddr;
    }

    public void setNsAddr(String nsAddr) {
        this.nsAddr = nsAddr;
    }
}
