package org.apache.rocketmq.remoting.netty;

import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.apache.rocketmq.remoting.common.TlsMode;
import org.apache.rocketmq.srvutil.FileWatchService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TLS context of a server, made when the first TLS client comes and made anew when its files change.
 *
 * <p>Thread-safe; the context is replaced by the watching thread.
 */
final class ServerTls {
    private static final Logger LOG = LoggerFactory.getLogger(RemotingHelper.ROCKETMQ_REMOTING);

    private volatile SslContext context;
    /** Guarded by this. */
    private boolean tried;
    /** Confined to start and stop. */
    private FileWatchService watch;
    /** Confined to the watching thread. */
    private boolean certificateChanged;

    private boolean keyChanged;

    void start() {
        if (TlsSystemConfig.tlsMode == TlsMode.DISABLED) {
            return;
        }
        var settings = TlsSettings.server();
        if (settings.testMode()) {
            // A key takes a moment to make: not before somebody wants TLS.
            return;
        }
        if (settings.certPath() == null || settings.keyPath() == null) {
            throw new IllegalStateException(TlsSystemConfig.TLS_TEST_MODE_ENABLE + " is false but "
                    + TlsSystemConfig.TLS_SERVER_CERTPATH + " (keyCertChain) or " + TlsSystemConfig.TLS_SERVER_KEYPATH
                    + " is not set");
        }
        context();
        var files = new ArrayList<String>();
        files.add(settings.certPath());
        files.add(settings.keyPath());
        if (settings.trustCertPath() != null) {
            files.add(settings.trustCertPath());
        }
        try {
            watch = new FileWatchService(files.toArray(String[]::new), path -> changed(settings, path));
            watch.start();
        } catch (Exception e) {
            LOG.warn("TLS files {} are not watched: {}", files, e.toString());
        }
    }

    void stop() {
        if (watch != null) {
            watch.shutdown();
        }
    }

    /** The context in force; null when none could be built. */
    SslContext context() {
        var current = context;
        return current != null ? current : build();
    }

    private synchronized SslContext build() {
        if (!tried) {
            tried = true;
            reload();
        }
        return context;
    }

    private void changed(TlsSettings settings, String path) {
        if (path.equals(settings.trustCertPath())) {
            reload();
        }
        certificateChanged |= path.equals(settings.certPath());
        keyChanged |= path.equals(settings.keyPath());
        if (certificateChanged && keyChanged) {
            certificateChanged = false;
            keyChanged = false;
            reload();
        }
    }

    private void reload() {
        try {
            context = TlsHelper.buildSslContext(false);
            LOG.info("built the TLS context of the server");
        } catch (IOException | CertificateException e) {
            LOG.error("cannot build the TLS context of the server, keeping the one before", e);
        }
    }
}
