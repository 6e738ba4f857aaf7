package org.apache.rocketmq.common.utils;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import org.apache.rocketmq.common.MQVersion;

/** Plain HTTP requests that block up to a timeout. Source: client library, name server discovery by HTTP. */
public class HttpTinyClient {

    public HttpTinyClient() {}

    /**
     * @param headers alternating names and values, or null
     * @param paramValues alternating names and values, or null
     */
    public static HttpResult httpGet(
            String url, List<String> headers, List<String> paramValues, String encoding, long readTimeoutMs)
            throws IOException {
        String query = encodingParams(paramValues, encoding);
        String target = query == null ? url : url + (url.contains("?") ? "&" : "?") + query;
        HttpURLConnection connection = open(target, "GET", headers, encoding, readTimeoutMs);
        try {
            return answer(connection, encoding);
        } finally {
            connection.disconnect();
        }
    }

    /**
     * @param headers alternating names and values, or null
     * @param paramValues alternating names and values sent as a form, or null
     */
    public static HttpResult httpPost(
            String url, List<String> headers, List<String> paramValues, String encoding, long readTimeoutMs)
            throws IOException {
        String form = encodingParams(paramValues, encoding);
        HttpURLConnection connection = open(url, "POST", headers, encoding, readTimeoutMs);
        try {
            connection.setDoOutput(true);
            connection.getOutputStream().write((form == null ? "" : form).getBytes(Charset.forName(encoding)));
            return answer(connection, encoding);
        } finally {
            connection.disconnect();
        }
    }

    private static HttpURLConnection open(
            String url, String method, List<String> headers, String encoding, long timeoutMillis) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout((int) Math.min(timeoutMillis, 3000));
        connection.setReadTimeout((int) timeoutMillis);
        if (headers != null) {
            for (Iterator<String> each = headers.iterator(); each.hasNext(); ) {
                connection.addRequestProperty(each.next(), each.next());
            }
        }
        connection.addRequestProperty("Client-Version", MQVersion.getVersionDesc(MQVersion.CURRENT_VERSION));
        connection.addRequestProperty("Content-Type", "application/x-www-form-urlencoded;charset=" + encoding);
        connection.addRequestProperty("Metaq-Client-RequestTS", String.valueOf(System.currentTimeMillis()));
        return connection;
    }

    private static HttpResult answer(HttpURLConnection connection, String encoding) throws IOException {
        int code = connection.getResponseCode();
        try (InputStream in =
                code == HttpURLConnection.HTTP_OK ? connection.getInputStream() : connection.getErrorStream()) {
            return new HttpResult(code, in == null ? "" : new String(in.readAllBytes(), Charset.forName(encoding)));
        }
    }

    private static String encodingParams(List<String> paramValues, String encoding) throws IOException {
        if (paramValues == null || paramValues.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (Iterator<String> each = paramValues.iterator(); each.hasNext(); ) {
            text.append(text.length() == 0 ? "" : "&").append(each.next()).append('=');
            text.append(URLEncoder.encode(each.next(), encoding));
        }
        return text.toString();
    }

    /** Status code and text of an answer. */
    public static class HttpResult {
        public final int code;
        public final String content;

        public HttpResult(int code, String content) {
            this.code = code;
            this.content = content;
        }
    }
}
