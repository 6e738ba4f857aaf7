package org.apache.rocketmq.remoting.netty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TLS settings of one side as they are in force.
 *
 * <p>Test mode is the default only while nothing else is configured: as soon as a certificate or trust file is set, the
 * peer is verified, unless {@code tls.test.mode.enable} or the verify switch is set explicitly.
 *
 * @param verifyPeer whether the peer's certificate must be signed by a trusted one
 */
record TlsSettings(
        boolean testMode,
        String keyPath,
        String keyPassword,
        String certPath,
        boolean verifyPeer,
        String trustCertPath,
        String needClientAuth) {
    private static final Logger LOG = LoggerFactory.getLogger(RemotingHelper.ROCKETMQ_REMOTING);

    static TlsSettings server() {
        var file = readFile();
        var keyPath = text(file, TlsSystemConfig.TLS_SERVER_KEYPATH, TlsSystemConfig.tlsServerKeyPath);
        var certPath = text(file, TlsSystemConfig.TLS_SERVER_CERTPATH, TlsSystemConfig.tlsServerCertPath);
        var trustPath = text(file, TlsSystemConfig.TLS_SERVER_TRUSTCERTPATH, TlsSystemConfig.tlsServerTrustCertPath);
        return new TlsSettings(
                testMode(file, keyPath != null || certPath != null),
                keyPath,
                text(file, TlsSystemConfig.TLS_SERVER_KEYPASSWORD, TlsSystemConfig.tlsServerKeyPassword),
                certPath,
                verify(file, TlsSystemConfig.TLS_SERVER_AUTHCLIENT, TlsSystemConfig.tlsServerAuthClient, trustPath),
                trustPath,
                text(file, TlsSystemConfig.TLS_SERVER_NEED_CLIENT_AUTH, TlsSystemConfig.tlsServerNeedClientAuth));
    }

    static TlsSettings client() {
        var file = readFile();
        var keyPath = text(file, TlsSystemConfig.TLS_CLIENT_KEYPATH, TlsSystemConfig.tlsClientKeyPath);
        var certPath = text(file, TlsSystemConfig.TLS_CLIENT_CERTPATH, TlsSystemConfig.tlsClientCertPath);
        var trustPath = text(file, TlsSystemConfig.TLS_CLIENT_TRUSTCERTPATH, TlsSystemConfig.tlsClientTrustCertPath);
        return new TlsSettings(
                testMode(file, keyPath != null || certPath != null || trustPath != null),
                keyPath,
                text(file, TlsSystemConfig.TLS_CLIENT_KEYPASSWORD, TlsSystemConfig.tlsClientKeyPassword),
                certPath,
                verify(file, TlsSystemConfig.TLS_CLIENT_AUTHSERVER, TlsSystemConfig.tlsClientAuthServer, trustPath),
                trustPath,
                null);
    }

    private static boolean testMode(Properties file, boolean configured) {
        var text = file.getProperty(TlsSystemConfig.TLS_TEST_MODE_ENABLE);
        if (text != null) {
            return Boolean.parseBoolean(text.trim());
        }
        boolean explicit = System.getProperty(TlsSystemConfig.TLS_TEST_MODE_ENABLE) != null;
        return TlsSystemConfig.tlsTestModeEnable && (explicit || !configured);
    }

    private static boolean verify(Properties file, String key, boolean value, String trustPath) {
        var text = file.getProperty(key);
        if (text != null) {
            return Boolean.parseBoolean(text.trim());
        }
        return value || trustPath != null && System.getProperty(key) == null;
    }

    private static String text(Properties file, String key, String value) {
        var text = file.getProperty(key, value);
        return text == null || text.isBlank() ? null : text.trim();
    }

    private static Properties readFile() {
        var properties = new Properties();
        var path = TlsSystemConfig.tlsConfigFile;
        if (path == null || !Files.isReadable(Path.of(path))) {
            return properties;
        }
        try (var in = Files.newInputStream(Path.of(path))) {
            properties.load(in);
        } catch (IOException e) {
            LOG.warn("cannot read {} {}: {}", TlsSystemConfig.TLS_CONFIG_FILE, path, e.toString());
        }
        return properties;
    }
}
