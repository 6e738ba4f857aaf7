package org.apache.rocketmq.remoting.netty;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds TLS contexts from {@link TlsSystemConfig} and the TLS settings file. Source: wire format, TLS. */
public class TlsHelper {
    /** Turns the configured key file into a readable PKCS#8 PEM key. */
    public interface DecryptionStrategy {
        InputStream decryptPrivateKey(String privateKeyEncryptPath, boolean forClient) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(RemotingHelper.ROCKETMQ_REMOTING);

    private static volatile DecryptionStrategy decryptionStrategy =
            (path, forClient) -> Files.newInputStream(Path.of(path));

    public static void registerDecryptionStrategy(DecryptionStrategy decryptionStrategy) {
        TlsHelper.decryptionStrategy = decryptionStrategy;
    }

    /**
     * Builds a context; the settings are read anew each time.
     *
     * @throws IOException when a configured file cannot be read
     * @throws CertificateException when a certificate or key is unusable or missing
     */
    public static SslContext buildSslContext(boolean forClient) throws IOException, CertificateException {
        try {
            return forClient ? client(TlsSettings.client()) : server(TlsSettings.server());
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new CertificateException("cannot build the TLS context: " + e.getMessage(), e);
        }
    }

    private static SslContext client(TlsSettings settings) throws IOException {
        // Brokers are known by advertised addresses, which certificates rarely name: host names are not checked.
        var builder = SslContextBuilder.forClient().sslProvider(SslProvider.JDK).endpointIdentificationAlgorithm(null);
        if (settings.testMode()) {
            return builder.trustManager(InsecureTrustManagerFactory.INSTANCE).build();
        }
        if (!settings.verifyPeer()) {
            builder.trustManager(InsecureTrustManagerFactory.INSTANCE);
        } else if (settings.trustCertPath() != null) {
            builder.trustManager(new File(settings.trustCertPath()));
        }
        if (settings.certPath() == null || settings.keyPath() == null) {
            return builder.build();
        }
        try (var chain = Files.newInputStream(Path.of(settings.certPath()));
                var key = decryptionStrategy.decryptPrivateKey(settings.keyPath(), true)) {
            return builder.keyManager(chain, key, settings.keyPassword()).build();
        }
    }

    private static SslContext server(TlsSettings settings) throws IOException, GeneralSecurityException {
        if (settings.testMode()) {
            LOG.warn("TLS test mode: self-signed certificate, clients are not verified");
            var identity = SelfSignedIdentity.create("localhost");
            return SslContextBuilder.forServer(identity.key(), identity.certificate())
                    .sslProvider(SslProvider.JDK)
                    .clientAuth(ClientAuth.OPTIONAL)
                    .trustManager(InsecureTrustManagerFactory.INSTANCE)
                    .build();
        }
        if (settings.certPath() == null || settings.keyPath() == null) {
            throw new CertificateException(TlsSystemConfig.TLS_TEST_MODE_ENABLE + " is false but "
                    + TlsSystemConfig.TLS_SERVER_CERTPATH + " (keyCertChain) or " + TlsSystemConfig.TLS_SERVER_KEYPATH
                    + " is not set");
        }
        try (var chain = Files.newInputStream(Path.of(settings.certPath()));
                var key = decryptionStrategy.decryptPrivateKey(settings.keyPath(), false)) {
            var builder = SslContextBuilder.forServer(chain, key, settings.keyPassword())
                    .sslProvider(SslProvider.JDK)
                    .clientAuth(clientAuth(settings.needClientAuth()));
            if (!settings.verifyPeer()) {
                builder.trustManager(InsecureTrustManagerFactory.INSTANCE);
            } else if (settings.trustCertPath() != null) {
                builder.trustManager(new File(settings.trustCertPath()));
            }
            return builder.build();
        }
    }

    private static ClientAuth clientAuth(String need) {
        for (var auth : ClientAuth.values()) {
            if (auth.name().equalsIgnoreCase(need)) {
                return auth;
            }
        }
        return ClientAuth.NONE;
    }
}
