package org.apache.rocketmq.srvutil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.rocketmq.common.ServiceThread;
import org.apache.rocketmq.common.constant.LoggerName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener when the content of a file has changed; looks twice a second. Files may be missing for a while. */
public class FileWatchService extends ServiceThread {
    /** Told on the watching thread. */
    public interface Listener {
        void onChanged(String path);
    }

    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.COMMON_LOGGER_NAME);
    private static final long WATCH_INTERVAL_MILLIS = 500;

    private final Listener listener;
    /** Digest of the content last seen by path; empty = file missing. Confined to the watching thread once started. */
    private final Map<String, byte[]> seen = new LinkedHashMap<>();

    public FileWatchService(String[] watchFiles, Listener listener) throws Exception {
        this.listener = listener;
        for (var path : watchFiles) {
            if (path != null && !path.isBlank()) {
                seen.put(path, digest(path));
            }
        }
        isDaemon = true;
    }

    @Override
    public String getServiceName() {
        return "FileWatchService";
    }

    @Override
    public void run() {
        while (!isStopped()) {
            waitForRunning(WATCH_INTERVAL_MILLIS);
            for (var entry : seen.entrySet()) {
                look(entry);
            }
        }
    }

    private void look(Map.Entry<String, byte[]> file) {
        try {
            var now = digest(file.getKey());
            // A missing file is being replaced: what counts is the next content.
            if (now.length > 0 && !Arrays.equals(now, file.getValue())) {
                file.setValue(now);
                listener.onChanged(file.getKey());
            }
        } catch (IOException | NoSuchAlgorithmException | RuntimeException e) {
            LOG.warn("watching {} failed", file.getKey(), e);
        }
    }

    private static byte[] digest(String path) throws IOException, NoSuchAlgorithmException {
        try {
            return MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Path.of(path)));
        } catch (NoSuchFileException missing) {
            return new byte[0];
        }
    }
}
